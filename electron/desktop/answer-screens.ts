import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import { findScreenFile, type ScreenFile } from './screen-file.ts'
import { isScreensAddress } from './screens-address.ts'
import { buildDevelopmentPolicy, buildScreensPolicy } from './screens-policy.ts'

type Answer = (request: Request) => Promise<Response>
type Load = (address: string, init: RequestInit) => Promise<Response>

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Answers with the built files and with nothing else of this machine. */
export function createScreensAnswer(directory: string): Answer {
  return async ({ url, method }) => {
    const file = findScreenFile(url, directory)
    if (method !== 'GET' && method !== 'HEAD') return say(405, 'The screens can only be read.')
    if (file === undefined) return say(404, 'There is no such file among the screens.')
    const content = await readFile(file.path).catch(() => undefined)
    if (content === undefined) return say(404, missing(file))
    return file.isPage ? answerPage(content.toString('utf8')) : answerAsset(new Uint8Array(content), file)
  }
}

function answerPage(page: string): Response {
  const nonce = randomBytes(16).toString('base64')
  return new Response(page.replaceAll('__CSP_NONCE__', nonce), {
    headers: {
      ...HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': buildScreensPolicy(nonce),
      'Cache-Control': 'no-store',
    },
  })
}

function answerAsset(content: Uint8Array<ArrayBuffer>, { contentType }: ScreenFile): Response {
  return new Response(content, { headers: { ...HEADERS, 'Content-Type': contentType } })
}

function missing({ isPage }: ScreenFile): string {
  return isPage
    ? 'The screens are not in this copy of Valet Key. Build it with: npm run build'
    : 'There is no such file among the screens.'
}

/** While the screens are being written, they come from their development server, under the same address. */
export function createDevelopmentAnswer(devServer: string, load: Load = fetch): Answer {
  return async ({ url, headers }) => {
    if (!isScreensAddress(url)) return say(404, 'There is no such file among the screens.')
    const { pathname, search } = new URL(url)
    const accept = headers.get('Accept') ?? '*/*'
    const answer = await load(`${devServer}${pathname}${search}`, { headers: { Accept: accept } }).catch(
      () => undefined,
    )
    if (answer === undefined) return say(502, `The development server at ${devServer} does not answer.`)
    const page = new Headers(HEADERS)
    page.set('Content-Type', answer.headers.get('Content-Type') ?? 'application/octet-stream')
    page.set('Content-Security-Policy', buildDevelopmentPolicy(devServer))
    return new Response(answer.body, { status: answer.status, headers: page })
  }
}

function say(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' } })
}
