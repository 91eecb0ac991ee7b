/** Whatever a walkthrough sends or checks can be looked up where it stands. */
import { expect, it } from 'vitest'

import type { EntryContext } from '../teach/contexts.ts'
import { explain } from '../teach/entries.ts'
import { isObject, parseObject } from './answer.ts'
import { isForm, readParameters } from './draft.ts'
import type { Draft } from './flow.ts'
import { listEveryWalk } from './testing/every-walk.ts'
import { METADATA } from './testing/fake-issuer.ts'
import { readFakeJwt } from './testing/fake-tools.ts'
import { walk } from './testing/walk.ts'

const CONTEXTS: readonly (readonly [address: string, context: EntryContext])[] = [
  [METADATA.authorization_endpoint, 'authorization request'],
  [METADATA.token_endpoint, 'token request'],
  [METADATA.pushed_authorization_request_endpoint, 'pushed authorization request'],
  [METADATA.device_authorization_endpoint, 'device authorization request'],
  [METADATA.backchannel_authentication_endpoint, 'backchannel authentication request'],
  [METADATA.end_session_endpoint, 'logout request'],
  [METADATA.registration_endpoint, 'registration request'],
]

/** JWTs that a client writes, by the parameter or header that carries them. */
const WRITTEN: Readonly<Record<string, EntryContext>> = {
  client_assertion: 'client assertion',
  assertion: 'assertion',
  request: 'request object',
  dpop: 'DPoP proof',
}

type Name = readonly [name: string, context: EntryContext]

async function listNames(): Promise<readonly Name[]> {
  const names = new Map<string, Name>()
  for (const { flow, choice, client } of listEveryWalk()) {
    const { steps } = await walk(flow, choice, { client })
    for (const name of steps.flatMap(({ draft }) => (draft ? namesIn(draft) : []))) names.set(name.join(' '), name)
  }
  return [...names.values()]
}

function namesIn(draft: Draft): readonly Name[] {
  const context = CONTEXTS.find(([address]) => draft.url.startsWith(address))?.[1]
  const headers = draft.headers.map(([name]): Name => [name, 'HTTP request'])
  if (context === undefined) return headers
  const json = draft.body !== undefined && !isForm(draft) ? Object.keys(parseObject(draft.body) ?? {}) : []
  const parameters = [...readParameters(draft).map(([name]) => name), ...json].map((name): Name => [name, context])
  return [...headers, ...parameters, ...claimsIn(draft)]
}

function claimsIn(draft: Draft): readonly Name[] {
  return [...readParameters(draft), ...draft.headers].flatMap(([name, value]) => {
    const context = WRITTEN[name]
    const { header, claims } = readFakeJwt(context === undefined ? '' : value)
    if (context === undefined || !isObject(header) || !isObject(claims)) return []
    const own = Object.keys(claims).map((claim): Name => [claim, context])
    return [...own, ...Object.keys(header).map((member): Name => [member, 'JOSE header'])]
  })
}

it('every name that is sent has an entry', async () => {
  const names = await listNames()
  expect(names.length).toBeGreaterThan(60)
  expect(names.filter(([name, context]) => explain(name, { context })?.where.includes(context) !== true)).toEqual([])
})

it('every header among them is explained as a header', async () => {
  const headers = (await listNames()).filter(([, context]) => context === 'HTTP request')
  const expected = ['accept', 'authorization', 'content-type', 'cookie', 'dpop', 'origin', 'x-csrf-token']
  expect(headers.map(([name]) => name).toSorted()).toEqual(expected)
  for (const [name] of headers) expect(explain(name, { context: 'HTTP request' })?.kind, name).toBe('header')
})
