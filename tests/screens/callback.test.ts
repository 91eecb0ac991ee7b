/** The playground's own redirect address: over HTTP, and at the end of real sign-ins in a browser. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, sharedChromium } from '../support/chromium.ts'
import { type Program, startProgram } from '../support/program.ts'
import { textOf } from '../support/user-agent.ts'

let program: Program

beforeAll(async () => {
  program = await startProgram()
})

afterAll(async () => {
  await program[Symbol.asyncDispose]()
})

const HOSTILE = `"><script>document.title='owned'</script><img src=x onerror=alert(1)>`

function callback(query = '', init: RequestInit = {}): Promise<Response> {
  return fetch(`${program.screens}/callback${query}`, init)
}

function post(body: BodyInit, type = 'application/x-www-form-urlencoded'): Promise<Response> {
  return callback('', { method: 'POST', body, headers: { 'content-type': type } })
}

test('what arrived in the query is listed by name and value, in order', async () => {
  const response = await callback('?code=abc%20def&state=x%2By&state=again&empty=')
  expect(response.status).toBe(200)
  const text = textOf(await response.text())
  expect(text).toMatch(/The answer arrived here .* code .*abc def .*state .*x\+y .*state .*again .*empty .*empty/)
})

test('a form is listed like a query, and told from it', async () => {
  const response = await callback('?from=query', {
    method: 'POST',
    body: new URLSearchParams({ code: 'c0de', id_token: 'ey.ey.x' }),
  })
  expect(textOf(await response.text())).toMatch(/query of the address from query .*body of the POST .*c0de.*ey\.ey\.x/)
})

test('nothing is said to be nothing, and where else something might be', async () => {
  const text = textOf(await (await callback()).text())
  expect(text).toContain('Nothing arrived here')
  expect(text).toContain('A fragment, the part of an address after # , never reaches a server')
})

test('runs nothing, is kept by nobody, and tells nobody where the browser came from', async () => {
  const { headers } = await callback('?code=abc')
  const policy = headers.get('content-security-policy') ?? ''
  const port = new URL(program.screens).port
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/script-src|unsafe/)
  expect(policy).toMatch(new RegExp(`frame-ancestors http://localhost:${port} http://127\\.0\\.0\\.1:${port}$`))
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
})

test.each([
  ['in the query', () => callback(`?${new URLSearchParams({ [HOSTILE]: HOSTILE })}`)],
  ['in a form', () => post(new URLSearchParams({ [HOSTILE]: HOSTILE }))],
])('what is hostile %s is text', async (_where, send) => {
  const html = await (await send()).text()
  expect(html).not.toMatch(/<script|<img/)
  expect(textOf(html).split(HOSTILE)).toHaveLength(3)
})

test('many parameters are counted rather than shown', async () => {
  const body = new URLSearchParams(Array.from({ length: 1000 }, (_, index) => [`p${index}`, 'x']))
  const text = textOf(await (await post(body)).text())
  expect(text).toContain('800 more parameters arrived')
  expect(text).toContain('p199')
  expect(text).not.toContain('p200')
})

test.each([
  ['too long a form', () => post(`code=${'x'.repeat(300_000)}`), 413],
  ['what is no form', () => post('{"code":"x"}', 'application/json'), 415],
  ['another method', () => callback('', { method: 'DELETE' }), 405],
])('%s is refused with a page', async (_what, send, status) => {
  const response = await send()
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8'])
})

test('HEAD is answered without a body', async () => {
  const response = await callback('?code=abc', { method: 'HEAD' })
  expect([response.status, await response.text()]).toEqual([200, ''])
})

test('without screens it is there all the same, and links to none', async () => {
  await using bare = await startProgram('--no-ui')
  const html = await (await fetch(`${bare.screens}/callback?code=abc`)).text()
  expect(html).toContain('abc')
  expect(html).not.toContain('/traffic')
  expect(await (await callback('?code=abc')).text()).toContain('href="/traffic"')
})

describe.skipIf(chromiumPath() === undefined)('in a Chromium', () => {
  let browser: Browser
  let tab: Page
  let elsewhere: Server
  const complaints: string[] = []

  beforeAll(async () => {
    await registerClient()
    browser = await sharedChromium()
    tab = await browser.newPage()
    tab.on('console', (message) => complaints.push(message.text()))
    elsewhere = createServer((request, response) => {
      const target = new URL(request.url ?? '/', 'http://x').searchParams.get('frame') ?? ''
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><iframe src="${target}"></iframe>`)
    }).listen(0, '127.0.0.1')
  })

  afterAll(async () => {
    await tab.close()
    elsewhere.close()
  })

  async function registerClient(): Promise<void> {
    const client = {
      client_id: 'playground-test',
      client_secret: 'a secret that nobody asks for here',
      redirect_uris: [`${program.screens}/callback`],
      response_types: ['code', 'id_token', 'code id_token'],
      grant_types: ['authorization_code', 'implicit'],
      valetkey: { skipConsent: true, requirePkce: false },
    }
    const response = await fetch(`${program.ready.api}/clients`, {
      method: 'POST',
      headers: { authorization: `Bearer ${program.ready.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(client),
    })
    expect(response.status, await response.text()).toBe(201)
  }

  async function signIn(response_type: string, response_mode: string): Promise<string> {
    const parameters = { client_id: 'playground-test', scope: 'openid', state: 's t&te', nonce: 'n' }
    const query = new URLSearchParams({
      ...parameters,
      redirect_uri: `${program.screens}/callback`,
      response_type,
      response_mode,
    })
    await tab.goto(`${program.issuer}/authorize?${query}`)
    if (new URL(tab.url()).origin === program.issuer) await tab.getByRole('button', { name: /alice/i }).click()
    await tab.waitForURL(`${program.screens}/callback**`)
    return await tab.locator('main').innerText()
  }

  test('a code arrives in the query', async () => {
    const text = await signIn('code', 'query')
    expect(text).toMatch(/In the query of the address[\s\S]*code[\s\S]*state[\s\S]*s t&te[\s\S]*iss/)
    expect(text).toContain(program.issuer)
  })

  test('and in a form', async () => {
    const text = await signIn('code id_token', 'form_post')
    expect(text).toMatch(/In the body of the POST[\s\S]*code[\s\S]*id_token[\s\S]*ey[\w-]+\.ey[\w-]+\.[\w-]+/)
    expect(text).not.toContain('In the query')
  })

  test('a fragment does not', async () => {
    const text = await signIn('id_token', 'fragment')
    expect(new URL(tab.url()).hash).toContain('id_token=')
    expect(text).toContain('Nothing arrived here')
    expect(text).not.toContain('ey')
  })

  test('a long value is readable as a whole on a phone', async () => {
    await tab.setViewportSize({ width: 390, height: 800 })
    await tab.goto(`${program.screens}/callback?response=${'eyJ.'.repeat(1500)}`)
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })

  test('the screens may frame it, and nobody else', async () => {
    const target = `${program.screens}/callback?code=framed`
    await tab.goto(program.screens)
    await tab.evaluate((src) => document.body.append(Object.assign(document.createElement('iframe'), { src })), target)
    await tab.frameLocator('iframe').getByText('The answer arrived here').waitFor()

    complaints.length = 0
    const { port } = elsewhere.address() as AddressInfo
    await tab.goto(`http://127.0.0.1:${port}/?frame=${encodeURIComponent(target)}`)
    await expect.poll(() => complaints).toContainEqual(expect.stringContaining('frame-ancestors'))
  })
})
