import { createHash, randomBytes } from 'node:crypto'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type Program, startProgram } from '../support/program.ts'
import { UserAgent } from '../support/user-agent.ts'

let program: Program

beforeAll(async () => {
  program = await startProgram()
})
afterAll(() => program[Symbol.asyncDispose]())

const REDIRECT = 'http://127.0.0.1:4242/callback'

async function signIn(code_verifier: string): Promise<string> {
  const url = new URL(`${program.issuer}/authorize`)
  url.search = String(
    new URLSearchParams({
      client_id: 'text-app',
      response_type: 'code',
      redirect_uri: REDIRECT,
      scope: 'openid',
      code_challenge: createHash('sha256').update(code_verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }),
  )
  const landed = await new UserAgent().signIn(url.href)
  return new URL(landed.url).searchParams.get('code') ?? ''
}

function redeem(code: string, code_verifier: string): Promise<Response> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: 'text-app',
    redirect_uri: REDIRECT,
    code,
    code_verifier,
  })
  return fetch(`${program.issuer}/token`, { method: 'POST', body })
}

it('takes a verifier in padded base64, as some native clients send it', async () => {
  const verifier = `${randomBytes(40).toString('base64').replaceAll('=', '')}+/=`
  const response = await redeem(await signIn(verifier), verifier)
  expect(response.status).toBe(200)
})

it('refuses another verifier in padded base64', async () => {
  const code = await signIn(`${'a'.repeat(43)}=`)
  const response = await redeem(code, `${'b'.repeat(43)}=`)
  expect(response.status).toBe(400)
})
