import { createServer, type IncomingMessage } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { PAGE_ASSETS } from '../../electron/core/issuer/interactions/pages/assets.ts'
import type { Page } from '../../electron/core/issuer/interactions/pages/page.ts'
import { renderPage } from '../../electron/core/issuer/interactions/pages/render-page.tsx'

export interface PageServer {
  readonly origin: string
  /** Every form that was posted: where to, and its fields in order. */
  readonly posted: { readonly path: string; readonly fields: readonly (readonly [string, string])[] }[]
  close(): Promise<void>
}

/** The pages at `/NAME` with their policy, as the issuer sends them, and a note of every form that comes back. */
export async function servePages(pages: Readonly<Record<string, Page>>): Promise<PageServer> {
  const posted: PageServer['posted'] = []
  const server = createServer((request, response) => {
    void answer(request, pages, posted).then(({ status, headers, body }) =>
      response.writeHead(status, headers).end(body),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    posted,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

async function answer(
  request: IncomingMessage,
  pages: Readonly<Record<string, Page>>,
  posted: PageServer['posted'],
): Promise<Answer> {
  const path = request.url ?? '/'
  if (request.method === 'POST') {
    const body = Buffer.concat(await request.toArray()).toString()
    posted.push({ path, fields: [...new URLSearchParams(body)] })
    return { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>posted</title>' }
  }
  return findAsset(path) ?? findPage(path, pages) ?? { status: 404, headers: {}, body: '' }
}

function findAsset(path: string): Answer | undefined {
  const asset = PAGE_ASSETS.find((candidate) => candidate.path === path)
  if (asset === undefined) return undefined
  const body = readFileSync(new URL(`../../resources/${asset.file}`, import.meta.url))
  return { status: 200, headers: { 'content-type': asset.contentType }, body }
}

function findPage(path: string, pages: Readonly<Record<string, Page>>): Answer | undefined {
  const page = pages[path.slice(1)]
  if (page === undefined) return undefined
  const { html, contentSecurityPolicy } = renderPage(page, { frameAncestors: [] })
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy }
  return { status: 200, headers, body: html }
}
