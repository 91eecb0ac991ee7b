/** Walkthroughs against issuers that are not the program's own, with clients of one's own there. */
import { readFile } from 'node:fs/promises'

import { expect, test } from 'vitest'

import { makeDirectory } from '../support/make-directory.ts'
import {
  addIssuer,
  beginAt,
  confirmDeviceAs,
  SECRET,
  signInAs,
  signInBare,
  startBare,
  startSecond,
  walkWith,
} from './outside-support.ts'
import { assertDone, checkOf, exchangesOf, startCore, stepOf } from './support.ts'

const WEB = { client_id: 'web', client_secret: SECRET, scope: 'openid profile offline_access read:roads' }

test('code and PKCE at a second Valet Key: signed in there, back here, refreshed, and all of it recorded', async () => {
  const core = await startCore()
  const second = await startSecond(core)
  const { id } = await addIssuer(core, second.issuer, [WEB])
  const begun = await beginAt(core, id, 'authorization-code-pkce', 'web', { scope: ['read:roads'] })
  expect(begun.choice).toMatchObject({ layers: ['openid', 'refresh', 'iss'], issuer: id })

  const run = await walkWith(core, begun, signInAs('zoe'))
  assertDone(run)
  expect(stepOf(run, 'sign-in').state).toBe('done')
  expect(stepOf(run, 'authorization-request').draft?.url).toContain(`${second.issuer}/authorize?`)
  expect(checkOf(run, 'check-id-token', 'signature').outcome).toBe('passed')
  const [sent] = await exchangesOf(core, stepOf(run, 'token-request'))
  expect(sent).toMatchObject({ direction: 'out', endpoint: 'token', status: 200, client_id: 'web' })
  expect(sent?.url).toBe(`${second.issuer}/token`)
})

test('a public client, a machine and a device at a second Valet Key', async () => {
  const core = await startCore()
  const second = await startSecond(core)
  const { id } = await addIssuer(core, second.issuer, [
    WEB,
    { client_id: 'spa' },
    { client_id: 'robot', client_secret: SECRET },
  ])
  const code = await beginAt(core, id, 'authorization-code', 'spa', { layers: ['pkce', 'openid'] })
  assertDone(await walkWith(core, code, signInAs('zoe')))
  for (const variant of ['client_secret_basic', 'client_secret_post']) {
    const machine = await beginAt(core, id, 'client-credentials', 'robot', { variant, scope: ['read:roads'] })
    assertDone(await walkWith(core, machine, signInAs('zoe')))
  }
  const device = await walkWith(
    core,
    await beginAt(core, id, 'device', 'web', { layers: ['openid'] }),
    confirmDeviceAs('zoe'),
  )
  assertDone(device)
  expect(stepOf(device, 'confirm-code').state).toBe('done')
})

test('code, PKCE and refresh at a bare oidc-provider, and a machine there', async () => {
  const core = await startCore()
  const address = await startBare(core)
  const { id } = await addIssuer(core, address, [
    { client_id: 'bare', client_secret: SECRET },
    { client_id: 'robot', client_secret: SECRET },
  ])
  const run = await walkWith(core, await beginAt(core, id, 'authorization-code-pkce', 'bare'), signInBare())
  assertDone(run)
  expect(checkOf(run, 'refresh-reuse', 'reuse').outcome).toBe('skipped')
  assertDone(await walkWith(core, await beginAt(core, id, 'client-credentials', 'robot'), signInBare()))
})

test('the secret is on the wire and nowhere else: not in the run, the traffic, the list or the files', async () => {
  const dataDirectory = makeDirectory()
  const core = await startCore({ dataDirectory })
  const second = await startSecond(core)
  const { id } = await addIssuer(core, second.issuer, [{ client_id: 'robot', client_secret: SECRET }])
  for (const variant of ['client_secret_basic', 'client_secret_post']) {
    assertDone(
      await walkWith(core, await beginAt(core, id, 'client-credentials', 'robot', { variant }), signInAs('zoe')),
    )
  }
  const [{ id: last } = { id: '' }] = (await core.call('runs.list', {})).items
  const run = await core.call('runs.get', { id: last })
  const sent = await exchangesOf(core, stepOf(run, 'token-request'))
  const basic = Buffer.from(`robot:${SECRET}`).toString('base64')
  await core.close()

  const files = await Promise.all(
    ['valetkey.sqlite', 'valetkey.sqlite-wal', 'traffic.sqlite', 'traffic.sqlite-wal'].map((name) =>
      readFile(`${dataDirectory}/${name}`, 'latin1').catch(() => ''),
    ),
  )
  expect(files.join('').length).toBeGreaterThan(10_000)
  for (const text of [JSON.stringify(run), JSON.stringify(sent), ...files]) {
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain(basic)
  }
  expect(sent).toHaveLength(1)
})
