/** The program from source, and real clients that get real tokens from it. */
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll } from 'vitest'

import type { Input, Output } from '#shared/contract/calls/calls.ts'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { signIn, type Tokens } from '../protocol/browser.ts'
import { CALLBACK, discover } from '../protocol/support.ts'
import type { SignInChoices } from '../support/user-agent.ts'

export const ORGANIZER = 'https://organizer.test/api'
export const PHOTOBOX = 'https://photobox.test/api'

export interface World {
  readonly core: Core
  /** A whole sign-in; MyTodos.io and Alice unless said otherwise. */
  signIn(params?: Readonly<Record<string, string>>, choices?: SignInChoices, client?: ClientChoice): Promise<Tokens>
}

export interface ClientChoice {
  readonly client_id: string
  readonly secret?: string
}

export function useWorld(): World {
  let running: Core | undefined
  beforeAll(async () => {
    running = await createCore({ port: 0, uiPort: 0 })
  })
  afterAll(async () => running?.close())
  const core = () => {
    if (!running) throw new Error('the program runs only while tests do')
    return running
  }
  return {
    get core() {
      return core()
    },
    async signIn(params = {}, choices = {}, { client_id, secret } = { client_id: 'my-todos' }) {
      const config = await discover(core().issuer, client_id, secret)
      const redirect_uri = client_id === 'my-todos' ? 'http://localhost:5173/callback' : CALLBACK
      const tokens = await signIn(config, { scope: 'openid read:tasks', redirect_uri, ...params }, choices)
      await core().recorder.flush()
      return tokens
    },
  }
}

export type Item = Output<'tokens.list'>['items'][number]

export async function list(core: Core, filter: Partial<Input<'tokens.list'>> = {}): Promise<Output<'tokens.list'>> {
  await core.recorder.flush()
  return core.call('tokens.list', { secrets: true, ...filter })
}

export async function find(core: Core, token: string | undefined): Promise<Item> {
  const { items } = await list(core)
  const item = items.find((listed) => listed.token === token)
  if (!item) throw new Error(`the token is not among ${items.length}`)
  return item
}

export function lookUp(core: Core, token: string): Promise<Output<'tokens.lookup'>> {
  return core.call('tokens.lookup', { presented: { token } })
}

export function parts(token: string) {
  return { header: { ...decodeProtectedHeader(token) }, claims: { ...decodeJwt(token) } }
}
