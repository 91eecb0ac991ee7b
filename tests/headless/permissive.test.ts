import { expect, it } from 'vitest'

import { startProgram } from '../support/program.ts'
import { UserAgent } from '../support/user-agent.ts'

const STRANGER = {
  client_id: 'never-seen-before',
  redirect_uri: 'http://localhost:5555/cb',
  response_type: 'code',
  scope: 'openid',
  state: 's',
}

function authorizeUrl(issuer: string): string {
  return `${issuer}/authorize?${new URLSearchParams(STRANGER)}`
}

it('without --permissive an unknown client is told so', async () => {
  await using program = await startProgram()
  const page = await new UserAgent().open(authorizeUrl(program.issuer))
  expect(page.status).toBe(400)
  expect(page.body).toContain('never-seen-before')
})

it('with --permissive it is registered on sight and gets its tokens', async () => {
  await using program = await startProgram('--permissive')
  const landed = await new UserAgent().signIn(authorizeUrl(program.issuer), { user: 'alice' })
  const code = new URL(landed.url).searchParams.get('code') ?? ''
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: STRANGER.redirect_uri,
    client_id: STRANGER.client_id,
  }
  const response = await fetch(`${program.issuer}/token`, { method: 'POST', body: new URLSearchParams(form) })
  expect(await response.json()).toMatchObject({ id_token: expect.any(String), token_type: 'Bearer' })
})

it('with --permissive a known client keeps its rules', async () => {
  await using program = await startProgram('--permissive')
  const query = { ...STRANGER, client_id: 'calendar-app' }
  const page = await new UserAgent().open(`${program.issuer}/authorize?${new URLSearchParams(query)}`)
  expect(page.status).toBe(400)
})
