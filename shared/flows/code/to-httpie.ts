import type { HeaderPair } from '../../model/exchange.ts'
import { quoteForShell } from '../../text/quote-for-shell.ts'
import type { Draft } from '../flow.ts'
import { isOpened, readRequest, type Sender, type SnippetBody, type SnippetRequest, valueOf } from './read-request.ts'
import { fitsWord, joinOptions, openFromShell, printForShell } from './shell.ts'

type Credentials = NonNullable<SnippetRequest['user']>

export function toHttpie(draft: Draft, sender: Sender = 'client'): string {
  if (isOpened(draft, sender)) return openFromShell(draft.url)
  const request = readRequest(draft)
  const { method, url, user, body } = request
  const isPiped = body !== undefined && !canBeFields(body) && !fitsWord(body.text)
  const command = joinOptions(isPiped ? 'http' : 'http --ignore-stdin', [
    ...(body === undefined || isPiped ? [] : bodyOptions(body)),
    ...(user !== undefined && isPlain(user) ? [`-a ${quoteForShell(`${user.name}:${user.password}`)}`] : []),
    `${method} ${quoteForShell(url)}`,
    ...headersOf(request).map((header) => quoteForShell(headerItem(header))),
    ...(body !== undefined && canBeFields(body) ? body.parameters.map(fieldItem) : []),
  ])
  return [...notes(request), isPiped ? `${printForShell(body.text)} | ${command}` : command].join('\n')
}

function bodyOptions(body: SnippetBody): readonly string[] {
  return canBeFields(body) ? ['--form'] : [`--raw ${quoteForShell(body.text)}`]
}

function headersOf({ headers, user, body }: SnippetRequest): readonly HeaderPair[] {
  if (user === undefined || isPlain(user)) return withoutType(headers, body)
  const basic: HeaderPair = ['authorization', `Basic ${btoa(`${user.name}:${user.password}`)}`]
  return withoutType([...headers, basic], body)
}

/** Without a value, HTTPie sends a header that it would add by itself not at all. */
function withoutType(headers: readonly HeaderPair[], body: SnippetBody | undefined): readonly HeaderPair[] {
  const isAdded = body !== undefined && valueOf(headers, 'content-type') === undefined
  return isAdded ? [...headers, ['content-type', NO_VALUE]] : headers
}

/** No value that a header can have. */
const NO_VALUE = '\n'

function headerItem([name, value]: HeaderPair): string {
  if (value === '') return `${name};`
  return value === NO_VALUE ? `${name}:` : `${name}:${escapeFirst(value)}`
}

function fieldItem([name, value]: HeaderPair): string {
  return quoteForShell(`${name.replace(/[:=@;]/g, '\\$&')}=${escapeFirst(value)}`)
}

/** Together with the separator before it, it would mean something else: `==` is a parameter of the query. */
function escapeFirst(value: string): string {
  return value.replace(/^[=@]/, '\\$&')
}

/** HTTPie leaves a backslash out before what separates name and value, and has no way to write it there. */
function canBeFields(body: SnippetBody): body is Extract<SnippetBody, { kind: 'form' }> {
  if (body.kind !== 'form') return false
  return body.parameters.every(([name, value]) => !/\\/.test(name + value) && name !== '' && fitsWord(name + value))
}

function isPlain({ name, password }: Credentials): boolean {
  return !/\\/.test(name + password)
}

function notes({ headers }: SnippetRequest): readonly string[] {
  if (headers.every(([, value]) => /^[\t\x20-\x7e]*$/.test(value))) return []
  return ['# HTTPie sends what is not ASCII in a header as UTF-8, in two bytes where this request has one.']
}
