/** What goes wrong with an issuer that is not the program's own, said so that one can go on. */
import { expect, test } from 'vitest'

import { findFlow } from '#shared/flows/flows.ts'
import { checkFlow } from '#shared/flows/choice.ts'
import type { IssuerMetadata } from '#shared/flows/flow.ts'

import { makeDirectory } from '../support/make-directory.ts'
import { UserAgent } from '../support/user-agent.ts'
import {
  addIssuer,
  beginAt,
  callbackOf,
  SECRET,
  signInAs,
  startBare,
  startSecond,
  startServer,
  walkWith,
} from './outside-support.ts'
import { change, exchangesOf, next, startCore, stepOf } from './support.ts'

const discoverAt = (core: Awaited<ReturnType<typeof startCore>>, address: string) =>
  core.call('issuers.discover', { where: { address } })

test('an issuer with a path is found where either standard puts its metadata, and by their address', async () => {
  const core = await startCore()
  for (const path of ['/.well-known/oauth-authorization-server/tenant', '/tenant/.well-known/openid-configuration']) {
    const { origin } = await startServer((request, response) => {
      const isThere = request.url === path
      response.statusCode = isThere ? 200 : 404
      response.end(isThere ? JSON.stringify({ issuer: `${origin}/tenant`, token_endpoint: `${origin}/token` }) : '')
    })
    const found = { issuer: `${origin}/tenant`, discovery: `${origin}${path}` }
    expect(await discoverAt(core, `${origin}/tenant`)).toMatchObject(found)
    expect(await discoverAt(core, `${origin}${path}`)).toMatchObject(found)
  }
})

const ANSWERS = [
  [
    'another issuer',
    200,
    { issuer: 'https://other.example', token_endpoint: 'https://other.example/token' },
    /says that it is https:\/\/other\.example, and http:\/\/localhost/,
  ],
  ['no issuer', 200, { token_endpoint: 'https://other.example/token' }, /names no issuer/],
  ['no endpoint', 200, { issuer: 'SELF' }, /neither a token_endpoint nor an authorization_endpoint/],
  ['a bad endpoint', 200, { issuer: 'SELF', token_endpoint: 'file:///etc' }, /token_endpoint is no http address/],
  ['a page', 200, '<html>', /is no JSON object/],
  ['a redirect', 302, '', /sends on to https:\/\/there\.example\/x: if the issuer is there, name that address/],
  ['an error', 500, '', /answered 500/],
] as const

test.each(ANSWERS)(
  '%s in place of its metadata is refused, with what was found',
  async (_name, status, body, words) => {
    const core = await startCore()
    const { origin } = await startServer((_request, response) => {
      response.writeHead(status, { location: 'https://there.example/x', 'content-type': 'text/html' })
      response.end(typeof body === 'string' ? body : JSON.stringify(body).replace('SELF', origin))
    })
    await expect(discoverAt(core, origin)).rejects.toThrow(words)
    await expect(core.call('issuers.create', { issuer: { address: origin } })).rejects.toThrow(words)
    expect((await core.call('issuers.list', {})).items).toEqual([])
  },
)

test('a slash at the end makes another issuer, which is offered', async () => {
  const core = await startCore()
  const address = await startBare(core)
  await expect(discoverAt(core, `${address}/`)).rejects.toMatchObject({
    code: 'issuer_mismatch',
    message: expect.stringContaining('differ in the slash'),
    detail: { issuer: address },
  })
})

test('nobody there, nobody by that name, and what is no address', async () => {
  const core = await startCore()
  const { origin, close } = await startServer((_request, response) => response.end())
  await expect(discoverAt(core, origin.replace('http:', 'https:'))).rejects.toThrow(
    /does not speak TLS|closed the connection/,
  )
  await close()
  await expect(discoverAt(core, origin)).rejects.toThrow(/Nothing answers there/)
  for (const address of ['localhost:4400', 'ftp://x.test', 'https://a@b.test', 'https://b.test/#x']) {
    await expect(discoverAt(core, address)).rejects.toMatchObject({
      code: 'invalid',
      detail: { findings: [expect.objectContaining({ path: 'where.address' })] },
    })
  }
})

test('a wrong secret is refused by the issuer, a right one typed in later is taken', async () => {
  const core = await startCore()
  const address = await startBare(core)
  const { id } = await addIssuer(core, address, [{ client_id: 'robot', client_secret: 'wrong' }])
  const run = await walkWith(core, await beginAt(core, id, 'client-credentials', 'robot'), signInAs('zoe'))
  expect(stepOf(run, 'token-request').error).toMatchObject({ code: 'invalid_client' })

  await core.call('issuers.replace', {
    id,
    issuer: { address, clients: [{ client_id: 'robot', client_secret: SECRET }] },
  })
  expect((await next(core, run)).state).toBe('done')
})

test('a redirect address that is not registered there ends on its page, and the run waits to be sent again', async () => {
  const core = await startCore()
  const second = await startSecond(core)
  const { id } = await addIssuer(core, second.issuer, [{ client_id: 'spa' }])
  const begun = await beginAt(core, id, 'authorization-code-pkce', 'spa', { layers: [] })
  await core.call('runs.runTo', { id: begun.id, step: 'authorization-request' })
  const edited = await change(core, begun, 'authorization-request', (draft) => ({
    ...draft,
    url: draft.url.replace(encodeURIComponent(callbackOf(core)), encodeURIComponent('http://localhost:1/x')),
  }))
  const waiting = await next(core, edited)
  const page = await new UserAgent().open(waiting.browserAddress ?? '')
  expect(page.status).toBe(400)
  expect(waiting.state).toBe('waiting')
  await expect(core.call('runs.answer', { id: begun.id })).rejects.toThrow(
    /Open the address in a browser and sign in there/,
  )
  expect((await core.call('runs.cancel', { id: begun.id })).state).toBe('cancelled')
})

test('an issuer that vanishes in the middle is said, and stands in the traffic', async () => {
  const core = await startCore()
  const second = await startSecond(core)
  const { id } = await addIssuer(core, second.issuer, [{ client_id: 'spa' }])
  const begun = await beginAt(core, id, 'authorization-code-pkce', 'spa', { layers: ['openid'] })
  const waiting = await core.call('runs.runTo', { id: begun.id })
  const arrived = await signInAs('zoe')(waiting.browserAddress ?? '')
  await new UserAgent().fetch(arrived.url)
  await second.close()
  const stopped = await next(core, begun)
  expect(stopped.state).toBe('stopped')
  expect(stepOf(stopped, 'token-request').failure).toBe(`Nothing answers at ${second.issuer}. Is the address right?`)
  const sent = async () => exchangesOf(core, stepOf(await next(core, begun, 0), 'token-request'))
  await expect.poll(sent).toMatchObject([{ direction: 'out', error: { code: 'unreachable' } }])
})

test('without a keychain the secret is gone with the program, and it is said where to type it in', async () => {
  const dataDirectory = makeDirectory()
  const first = await startCore({ dataDirectory })
  const address = await startBare(first)
  const { id, clients } = await addIssuer(first, address, [{ client_id: 'robot', client_secret: SECRET }])
  expect(clients).toMatchObject([{ meta: { secret: 'there' } }])
  const run = await beginAt(first, id, 'client-credentials', 'robot')
  await first.close()

  const core = await startCore({ dataDirectory })
  const { items, keeping } = await core.call('issuers.list', {})
  expect({ keeping, clients: items[0]?.clients }).toMatchObject({
    keeping: 'until_end',
    clients: [{ client_id: 'robot', meta: { secret: 'missing' } }],
  })
  const words = /secret of robot is not here: .* Type it in again at Walkthroughs, Other issuers/
  await expect(beginAt(core, id, 'client-credentials', 'robot')).rejects.toThrow(words)
  expect(stepOf(await next(core, run), 'token-request').failure).toMatch(words)

  await core.call('issuers.remove', { id })
  await expect(beginAt(core, id, 'client-credentials', 'robot')).rejects.toThrow(/no outside issuer/)
  const orphan = await next(core, run)
  expect(stepOf(orphan, 'token-request').failure).toMatch(/no outside issuer .* may have been removed/)
})

test('what the issuer does not offer cannot be begun there, with the reason', async () => {
  const core = await startCore()
  const address = await startBare(core, { features: {} })
  const { id, metadata } = await addIssuer(core, address, [{ client_id: 'bare', client_secret: SECRET }])
  const reasons = Object.fromEntries(
    ['device', 'client-credentials', 'ciba', 'token-exchange', 'registration', 'password'].map((flow) => {
      const found = findFlow(flow)
      return [flow, found && checkFlow(found, metadata as unknown as IssuerMetadata, true)]
    }),
  )
  expect(reasons).toEqual({
    device: 'This issuer does not offer it: its metadata have no device_authorization_endpoint.',
    'client-credentials': 'This issuer does not offer client_credentials: it is not among its grant_types_supported.',
    ciba: 'This issuer does not offer it: its metadata have no backchannel_authentication_endpoint.',
    'token-exchange':
      'This issuer does not offer urn:ietf:params:oauth:grant-type:token-exchange: it is not among its grant_types_supported.',
    registration: 'This issuer does not offer it: its metadata have no registration_endpoint.',
    password: expect.stringContaining('the playground keeps none of people at other issuers'),
  })
  await expect(beginAt(core, id, 'device', 'bare')).rejects.toThrow(/does not offer it/)
  await expect(beginAt(core, id, 'authorization-code-pkce', 'bare', { layers: ['jarm'] })).rejects.toThrow(
    /jarm: This issuer does not offer/,
  )
})
