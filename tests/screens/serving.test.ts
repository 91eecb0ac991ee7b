/** The built screens as the built program serves them. */
import { request as httpRequest } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Program, startProgram } from '../support/program.ts'

const built = resolve(import.meta.dirname, '../../out/screens')
const assets = readdirSync(join(built, 'assets')).filter((name) => !/\.(br|gz)$/.test(name))

let program: Program

beforeAll(async () => {
  program = await startProgram()
})

afterAll(async () => {
  await program[Symbol.asyncDispose]()
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** The path as it is, since a URL would be tidied before it is sent; and the body as it came. */
function send(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(program.screens)
  return new Promise((fulfil, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers }, (response) => {
      response.toArray().then((chunks) => {
        fulfil({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
      }, reject)
    })
    request.on('error', reject)
    request.end()
  })
}

function directives(answer: Answer): ReadonlyMap<string, string> {
  const policy = String(answer.headers['content-security-policy'])
  return new Map(policy.split('; ').map((line) => [line.split(' ')[0] ?? '', line.split(' ').slice(1).join(' ')]))
}

describe('the page', () => {
  test.each([
    '/',
    '/index.html',
    '/?token=x',
    '/traffic',
    '/traffic/12?filter=a.b',
    '/users/alice.smith',
    '/applications/com.example.app',
    '/apis/https%3A%2F%2Forganizer.test%2Fapi',
    '/no/such/place',
  ])('is what %s leads to', async (path) => {
    const { status, headers, body } = await send(path)
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' })
    expect(headers['cache-control']).toBe('no-store')
    expect(body.toString()).toContain('id="root"')
  })

  test('has a policy that names nothing beyond this machine, and nothing inline', async () => {
    const answer = await send('/')
    const { host } = new URL(program.screens)
    const nonce = /nonce-([^']+)/.exec(directives(answer).get('style-src') ?? '')?.[1] ?? ''
    expect(nonce).toMatch(/^[\w+/]{22}==$/)
    expect(Object.fromEntries(directives(answer))).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': `'self' 'nonce-${nonce}'`,
      'img-src': "'self' data:",
      'font-src': "'self'",
      // The issuer's origin is for the doctor, which reads its discovery document from where the person is.
      'connect-src': `'self' ${program.issuer} ws://${host}`,
      'frame-src': `'self' ${program.issuer}`,
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    })
    expect(answer.body.toString()).toContain(nonce)
    expect(answer.body.toString()).not.toContain('__CSP_NONCE__')
  })

  test('has a nonce of its own each time', async () => {
    const [one, other] = [directives(await send('/')), directives(await send('/'))]
    expect(one.get('style-src')).not.toBe(other.get('style-src'))
  })

  test('names its socket by the name that it was reached under', async () => {
    const host = `127.0.0.1:${new URL(program.screens).port}`
    expect(directives(await send('/', { host })).get('connect-src')).toBe(`'self' ${program.issuer} ws://${host}`)
  })

  test('has no script, no style and no handler in it, and asks nobody else for anything', async () => {
    const html = (await send('/')).body.toString()
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i)
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address)
    expect(addresses.length).toBeGreaterThan(1)
    expect(addresses.filter((address) => !address?.startsWith('/assets/'))).toEqual([])
  })

  test('says what is needed where there is no JavaScript', async () => {
    expect((await send('/')).body.toString()).toMatch(/<noscript>[\s\S]*JavaScript[\s\S]*<\/noscript>/)
  })

  test('is sent with the same headers to HEAD, and without a body', async () => {
    const [head, get] = [await send('/traffic', {}, 'HEAD'), await send('/traffic')]
    expect(head.body.byteLength).toBe(0)
    expect(head.headers['content-length']).toBe(String(get.body.byteLength))
    expect(Object.keys(head.headers)).toEqual(Object.keys(get.headers))
  })
})

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
  png: 'image/png',
}

describe.each(assets)('%s', (name) => {
  const file = readFileSync(join(built, 'assets', name))
  const isText = /\.(js|css|svg)$/.test(name)

  test('has a hash in its name, and is kept for good', async () => {
    expect(name).toMatch(/-[\w-]{8}\.\w+$/)
    const { status, headers, body } = await send(`/assets/${name}`)
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-type']).toBe(TYPES[name.split('.').at(-1) ?? ''])
    expect(headers['content-encoding']).toBeUndefined()
    expect(body.equals(file)).toBe(true)
  })

  test.runIf(isText)('is sent compressed to whoever takes it so', async () => {
    const [br, gz] = [
      await send(`/assets/${name}`, { 'accept-encoding': 'gzip, deflate, br, zstd' }),
      await send(`/assets/${name}`, { 'accept-encoding': 'gzip, deflate' }),
    ]
    expect([br.headers['content-encoding'], gz.headers['content-encoding']]).toEqual(['br', 'gzip'])
    expect([br.headers['vary'], gz.headers['vary']]).toEqual(['accept-encoding', 'accept-encoding'])
    expect(brotliDecompressSync(br.body).equals(file)).toBe(true)
    expect(gunzipSync(gz.body).equals(file)).toBe(true)
    expect(br.headers['etag']).not.toBe(gz.headers['etag'])
  })

  test('is not sent again to whoever has it', async () => {
    const etag = String((await send(`/assets/${name}`)).headers['etag'])
    expect(etag).toMatch(/^"[\w-]+"$/)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const { status, body } = await send(`/assets/${name}`, { 'if-none-match': known })
      expect({ status, bytes: body.byteLength }).toEqual({ status: 304, bytes: 0 })
    }
    expect((await send(`/assets/${name}`, { 'if-none-match': '"other"' })).status).toBe(200)
  })
})

test.each(['/', '/traffic/x', `/assets/${assets[0]}`, '/assets/no-such-file.js'])(
  '%s is read as what it is, by nobody else',
  async (path) => {
    const { headers } = await send(path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  },
)

test.each([
  '/assets/no-such-file.js',
  '/assets/',
  '/assets',
  `/assets/${assets[0]}.br`,
  `/assets/${assets[0]}.map`,
  '/favicon.ico',
  '/robots.txt',
  '/package.json',
])('%s is no file of the screens', async (path) => {
  expect((await send(path)).status).toBe(404)
})

test.each([
  '/../package.json',
  '/../../../../../../etc/passwd',
  '/assets/../../headless/cli.js',
  '/assets/..%2f..%2fheadless%2fcli.js',
  '/assets/%2e%2e/%2e%2e/headless/cli.js',
  '/assets/%2e%2e%2f%2e%2e%2fheadless%2fcli.js',
  '/..%5c..%5cpackage.json',
  '/assets\\..\\..\\headless\\cli.js',
  '/traffic/../../package.json',
  '/assets//etc/passwd',
  `/assets/${assets[0]}%00.txt`,
  '/users/%00',
  '/.built',
])('%s leads nowhere', async (path) => {
  const { status, body } = await send(path)
  expect(status).toBe(404)
  expect(body.toString()).toBe('There is no such file.\n')
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is not answered', async (method) => {
  for (const path of ['/', `/assets/${assets[0]}`]) {
    const { status, headers } = await send(path, {}, method)
    expect({ status, allow: headers['allow'] }).toEqual({ status: 405, allow: 'GET, HEAD' })
  }
})

test('the token is in nothing that is served', async () => {
  const pages = await Promise.all(['/', '/traffic', '/assets/none.js'].map((path) => send(path)))
  expect(pages.filter(({ body }) => body.includes(program.ready.token))).toEqual([])
})

test('a name that is not this machine’s is refused', async () => {
  expect((await send('/', { host: 'evil.example' })).status).toBe(421)
})
