import { rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { screensConfig } from '../../scripts/build/screens-config.mjs'

export interface GalleryServer {
  readonly address: string
  close(): Promise<void>
}

const NONCE = 'Z2FsbGVyeQ'

/** That of the screens: what the gallery breaks here, a screen would break too. */
const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'nonce-${NONCE}'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** The gallery, built as the screens are and served with their policy. */
export async function serveGallery(): Promise<GalleryServer> {
  const folder = await builtGallery()
  const server = createServer((request, response) => {
    void answer(folder, new URL(request.url ?? '/', 'http://localhost').pathname, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/gallery/index.html`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

let built: Promise<string> | undefined

/** Once for all files of this process. */
function builtGallery(): Promise<string> {
  built ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'valetkey-gallery-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    await buildGallery(folder)
    return folder
  })()
  return built
}

async function buildGallery(outDir: string): Promise<void> {
  // Under vitest it is 'test', and React would be its development version.
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await buildFor(outDir)
  } finally {
    process.env['NODE_ENV'] = before
  }
}

async function buildFor(outDir: string): Promise<void> {
  const config = screensConfig()
  const input = { gallery: inRoot('renderer', 'gallery', 'index.html') }
  await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: { ...config.build, outDir, emptyOutDir: true, rolldownOptions: { input } },
  })
}

async function answer(folder: string, path: string, response: ServerResponse): Promise<void> {
  try {
    const body = await readFile(join(folder, normalize(path)))
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY })
    response.end(extname(path) === '.html' ? body.toString().replaceAll('__CSP_NONCE__', NONCE) : body)
  } catch {
    response.writeHead(404).end()
  }
}
