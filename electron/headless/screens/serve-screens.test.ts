/** What a build may leave behind, served over HTTP. What the real build leaves: tests/screens/serving.test.ts. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStaticScreens } from './serve-screens.ts'

let folder: string
let server: Server

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'valetkey-screens-'))
  const screens = createStaticScreens({ directory: join(folder, 'screens'), issuer: 'http://localhost:4400' })
  server = createServer(screens).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
})

afterEach(async () => {
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
  rmSync(folder, { recursive: true, force: true })
})

function write(file: string, text: string): void {
  const path = join(folder, file)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
}

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers })
}

test('screens that were never built are answered with what to do, and found once they are', async () => {
  const missing = await get('/traffic')
  expect(missing.status).toBe(503)
  expect(await missing.text()).toContain('npm run build')
  expect(missing.headers.get('content-security-policy')).toContain("default-src 'none'")
  write('screens/index.html', 'built')
  expect(await (await get('/traffic')).text()).toBe('built')
})

test('screens that are built anew are the ones that are sent', async () => {
  write('screens/index.html', 'one')
  write('screens/assets/one.js', '1')
  expect(await (await get('/')).text()).toBe('one')
  rmSync(join(folder, 'screens'), { recursive: true })
  write('screens/index.html', 'the second')
  write('screens/assets/two.js', '2')
  expect(await (await get('/')).text()).toBe('the second')
  expect((await get('/assets/two.js')).status).toBe(200)
  expect((await get('/assets/one.js')).status).toBe(404)
})

test('a file that went away since it was listed is no reason to end', async () => {
  write('screens/index.html', 'page')
  write('screens/assets/one.js', '1')
  write('screens/assets/two.js', '2')
  expect((await get('/assets/one.js')).status).toBe(200)
  rmSync(join(folder, 'screens/assets/two.js'))
  expect((await get('/assets/two.js')).status).toBe(503)
  expect((await get('/assets/two.js')).status).toBe(404)
  expect((await get('/')).status).toBe(200)
})

test.skipIf(process.platform === 'win32')('a link out of the directory is not followed', async () => {
  write('secret.txt', 'secret')
  write('private/key.js', 'secret')
  write('screens/index.html', 'page')
  mkdirSync(join(folder, 'screens/assets'))
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'screens/assets/link.txt'))
  symlinkSync(join(folder, 'private'), join(folder, 'screens/assets/private'))
  expect((await get('/assets/link.txt')).status).toBe(404)
  expect((await get('/assets/private/key.js')).status).toBe(404)
})

test('without a compressed copy the file is sent as it is', async () => {
  write('screens/index.html', 'page')
  write('screens/assets/one.js', 'code')
  const response = await get('/assets/one.js', { 'accept-encoding': 'br, gzip' })
  expect(response.headers.get('content-encoding')).toBeNull()
  expect(response.headers.get('vary')).toBeNull()
  expect(await response.text()).toBe('code')
})

test('a file of a kind that no browser is told about is not sent', async () => {
  write('screens/index.html', 'page')
  write('screens/assets/notes.md', 'notes')
  write('screens/assets/one.js.map', '{}')
  expect((await get('/assets/notes.md')).status).toBe(404)
  expect((await get('/assets/one.js.map')).status).toBe(404)
})
