import type { HeaderPair } from '../../model/exchange.ts'
import { quoteForShell } from '../../text/quote-for-shell.ts'
import type { Draft } from '../flow.ts'
import { isOpened, readRequest, type Sender, type SnippetBody, type SnippetRequest, valueOf } from './read-request.ts'
import { fitsWord, joinOptions, openFromShell, printForShell, quoteHeader } from './shell.ts'

/** What curl says of a body when nothing else is said. */
const FORM = 'application/x-www-form-urlencoded'

export function toCurl(draft: Draft, sender: Sender = 'client'): string {
  if (isOpened(draft, sender)) return openFromShell(draft.url)
  const request = readRequest(draft)
  const { url, user, body } = request
  const command = joinOptions('curl -i', [
    ...methodOptions(request),
    ...(user === undefined ? [] : [`-u ${quoteForShell(`${user.name}:${user.password}`)}`]),
    ...headerOptions(request),
    ...(body === undefined ? [] : bodyOptions(body)),
    // Brackets and braces stand for several addresses otherwise.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    quoteForShell(url),
  ])
  return body === undefined || fits(body) ? command : `${printForShell(body.text)} | ${command}`
}

function methodOptions({ method, body }: SnippetRequest): readonly string[] {
  if (method === (body === undefined ? 'GET' : 'POST')) return []
  if (method !== 'HEAD') return [`-X ${method}`]
  // With a body, `--head` is refused; without it, curl waits for an answer's body that never comes.
  return body === undefined ? ['--head'] : ['-X HEAD', '--ignore-content-length', `-H 'connection: close'`]
}

/** Without a value, curl sends a header that it would add by itself not at all. */
function headerOptions({ headers, body }: SnippetRequest): readonly string[] {
  const type = valueOf(headers, 'content-type')
  const isAdded = body !== undefined && type === FORM
  const shown = isAdded ? headers.filter(([name]) => name.toLowerCase() !== 'content-type') : headers
  const options = shown.map(([name, value]) => `-H ${quoteHeader(value === '' ? `${name};` : `${name}: ${value}`)}`)
  return body !== undefined && type === undefined ? [...options, '-H content-type:'] : options
}

function bodyOptions(body: SnippetBody): readonly string[] {
  if (!fits(body)) return ['--data-binary @-']
  return body.kind === 'form' ? body.parameters.map(formOption) : [`--data-raw ${quoteForShell(body.text)}`]
}

function formOption([name, value]: HeaderPair): string {
  const option = /^[\w.-]*$/.test(value) ? '-d' : '--data-urlencode'
  // Of the two, curl encodes the value only.
  const encoded = new URLSearchParams([[name, '']]).toString()
  return `${option} ${quoteForShell(encoded + value)}`
}

/** What begins with the equals sign would lose it. */
function fits(body: SnippetBody): boolean {
  if (body.kind !== 'form') return fitsWord(body.text)
  return body.parameters.every(([name, value]) => name !== '' && fitsWord(`${name}=${value}`))
}
