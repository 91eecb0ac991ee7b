/** Steps as `openid-client` takes them: the code is run as it is shown, in place of the step. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { textOf } from '#shared/flows/answer.ts'
import { toOpenidClient } from '#shared/flows/code/to-openid-client.ts'
import type { Choice } from '#shared/flows/flow.ts'

import { type Core, createCore } from '../../electron/core/create-core.ts'
import { run as runProgram } from './echo.ts'
import { begin, stepOf, walk } from './support.ts'

let core: Core
let folder: string

beforeAll(async () => {
  core = await createCore({ port: 0, uiPort: 0 })
  folder = mkdtempSync(join(tmpdir(), 'openid-client-'))
  symlinkSync(resolve(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'))
})
afterAll(async () => {
  await core.close()
  rmSync(folder, { recursive: true })
})

const API: Partial<Choice> = { layers: [] }
const LOGIN: Partial<Choice> = { layers: ['openid', 'refresh', 'iss'] }

const CASES: readonly (readonly [
  flow: string,
  step: string,
  choice: Partial<Choice>,
  call: string,
  printed: RegExp,
])[] = [
  [
    'authorization-code-pkce',
    'authorization-request',
    LOGIN,
    'buildAuthorizationUrl',
    /\/authorize\?.*code_challenge=/,
  ],
  ['authorization-code-pkce', 'token-request', LOGIN, 'authorizationCodeGrant', /access_token.*id_token/s],
  ['authorization-code', 'token-request', API, 'authorizationCodeGrant', /access_token: '/],
  ['authorization-code-pkce', 'userinfo', LOGIN, 'fetchUserInfo', /sub: 'alice'/],
  ['authorization-code-pkce', 'call-api', LOGIN, 'fetchProtectedResource', /200 OK.*tasks/s],
  [
    'authorization-code',
    'pushed-authorization-request',
    { layers: ['par'] },
    'buildAuthorizationUrlWithPAR',
    /request_uri=urn/,
  ],
  ['refresh-token', 'refresh', {}, 'refreshTokenGrant', /refresh_token: '/],
  ['client-credentials', 'token-request', {}, 'clientCredentialsGrant', /scope: 'geocode'/],
  ['device', 'device-authorization', {}, 'initiateDeviceAuthorization', /user_code: '/],
  ['ciba', 'backchannel-authentication', {}, 'initiateBackchannelAuthentication', /auth_req_id: '/],
  ['device', 'token-request', {}, 'pollDeviceAuthorizationGrant', /access_token: '/],
  ['password', 'token-request', {}, 'genericGrantRequest', /access_token: '/],
  ['logout', 'logout-request', {}, 'buildEndSessionUrl', /\/logout\?.*id_token_hint=/],
]

test.each(CASES)('%s, %s', async (flow, id, choice, call, printed) => {
  const begun = await begin(core, flow, choice)
  const run = await walk(core, begun, id)
  const { draft } = stepOf(run, id)
  if (draft === undefined) throw new Error(`the step ${id} sends nothing`)
  const sender = draft.method === 'GET' && /\/(?:authorize|logout)\?/.test(draft.url) ? 'browser' : 'client'
  const code = toOpenidClient(draft, sender, {
    issuer: core.issuer,
    state: textOf(run.known['state']?.value),
    nonce: textOf(run.known['nonce']?.value),
  })
  expect(code).toContain(`client.${call}(`)
  const path = join(folder, 'request.mjs')
  writeFileSync(path, code)
  expect(await runProgram(process.execPath, [path])).toMatch(printed)
})
