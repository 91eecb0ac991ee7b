import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createDevelopmentAnswer, createScreensAnswer } from './answer-screens.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'screens-'))
  mkdirSync(join(root, 'screens', 'assets'), { recursive: true })
  writeFileSync(join(root, 'secret.json'), '"secret"')
  writeFileSync(join(root, 'screens', 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><p>__CSP_NONCE__')
  writeFileSync(join(root, 'screens', 'assets', 'index-1.js'), 'let a')
})
afterAll(() => rmSync(root, { recursive: true }))

const ask = (path: string, init?: RequestInit) =>
  createScreensAnswer(join(root, 'screens'))(new Request(`app://valetkey${path}`, init))

test('a page carries a nonce of its own, in its policy and in its text', async () => {
  const [first, second] = [await ask('/'), await ask('/traffic/1')]
  const policy = first.headers.get('Content-Security-Policy') ?? ''
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'
  expect(await first.text()).toBe(`<meta name="csp-nonce" content="${nonce}"><p>${nonce}`)
  expect(second.headers.get('Content-Security-Policy')).not.toBe(policy)
})

test('the policy lets a page load what came with the program, and nothing else', async () => {
  const policy = (await ask('/')).headers.get('Content-Security-Policy') ?? ''
  expect(policy.replace(/nonce-[^']+/, 'nonce')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
})

test('a page is never kept', async () => expect((await ask('/')).headers.get('Cache-Control')).toBe('no-store'))

test('an asset is sent as what it is', async () => {
  const answer = await ask('/assets/index-1.js')
  expect(answer.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(await answer.text()).toBe('let a')
})

test.each(['/assets/index-2.js', '/assets/..%2F..%2Fsecret.json', '/..%2Fsecret.json', '/assets/'])(
  '%j is not there',
  async (path) => expect((await ask(path)).status).toBe(404),
)

test('nothing can be written', async () => expect((await ask('/', { method: 'POST' })).status).toBe(405))

test('a build without screens says so', async () => {
  const answer = await createScreensAnswer(join(root, 'nowhere'))(new Request('app://valetkey/'))
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('npm run build')
})

test('in development the page comes from the development server, under the address of the screens', async () => {
  const asked: string[] = []
  const answer = await createDevelopmentAnswer('http://localhost:5173', (address) => {
    asked.push(address)
    return Promise.resolve(new Response('<p>', { headers: { 'Content-Type': 'text/html' } }))
  })(new Request('app://valetkey/main.tsx?t=1'))
  expect(asked).toEqual(['http://localhost:5173/main.tsx?t=1'])
  expect(await answer.text()).toBe('<p>')
  expect(answer.headers.get('Content-Security-Policy')).toContain('ws://localhost:5173')
})

test('a development server that is gone is said', async () => {
  const answer = await createDevelopmentAnswer('http://localhost:5173', () => Promise.reject(new Error('gone')))(
    new Request('app://valetkey/'),
  )
  expect(answer.status).toBe(502)
})
