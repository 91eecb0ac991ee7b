import { startValetKey, type ValetKey } from 'valetkey'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp } from '../app/app.ts'
import { config } from '../app/config.ts'
import { signIn } from './sign-in.ts'

let issuer: ValetKey
let app: Awaited<ReturnType<typeof startApp>>

beforeAll(async () => {
  issuer = await startValetKey({ config })
  app = await startApp({ issuer: issuer.url, clientId: 'app', clientSecret: 'app-secret' })
})

afterAll(async () => {
  await app?.close()
  await issuer?.close()
})

function readReport(token: string) {
  return fetch(`${app.url}/report`, { headers: { authorization: `Bearer ${token}` } })
}

test('a visitor who signs in as Alice is greeted by her name', async () => {
  expect(await signIn(`${app.url}/sign-in`, 'alice')).toContain('Hello, Alice Adams')
})

test('a service reads the report with a token for it', async () => {
  const { access_token } = await issuer.token({ client: 'reporter', scope: 'read:report' })
  expect((await readReport(access_token)).status).toBe(200)
})

test('a token without the scope is refused', async () => {
  const { access_token } = await issuer.token({ client: 'reporter' })
  expect((await readReport(access_token)).status).toBe(403)
})

test('what is no token is refused', async () => {
  expect((await readReport('made-up')).status).toBe(401)
})
