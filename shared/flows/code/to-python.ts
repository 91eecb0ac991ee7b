import type { HeaderPair } from '../../model/exchange.ts'
import type { Draft } from '../flow.ts'
import { PYTHON, writeBlock, writeString, writeValue } from './literals.ts'
import { isOpened, readAddress, readRequest, type Sender, type SnippetBody } from './read-request.ts'

const { indent } = PYTHON

export function toPython(draft: Draft, sender: Sender = 'client'): string {
  if (isOpened(draft, sender)) return openAddress(draft.url)
  const { method, url, headers, user, body } = readRequest(draft)
  const isJson = body !== undefined && canBeDumped(body)
  const members = headers.map(([name, value]) => `${writeString(name)}: ${writeString(value)}`)
  const words = [
    writeString(method),
    writeString(url),
    ...(members.length === 0 ? [] : [`headers=${writeBlock('{}', members, indent, indent)}`]),
    ...(user === undefined ? [] : [`auth=(${writeString(user.name)}, ${writeString(user.password)})`]),
    ...(body === undefined ? [] : [`data=${writeBody(body)}`]),
    'allow_redirects=False',
  ]
  return [
    '# pip install requests',
    ...(isJson ? ['import json', ''] : []),
    'import requests',
    '',
    `response = requests.request${writeBlock('()', words, indent)}`,
    'print(response.status_code, response.reason)',
    'print(response.text)',
  ].join('\n')
}

function writeBody(body: SnippetBody): string {
  if (body.kind === 'form') return writePairs(body.parameters, indent)
  if (!canBeDumped(body)) return `${writeString(body.text)}.encode()`
  return `json.dumps(${writeValue(body.value, PYTHON, indent)}, separators=(',', ':'), ensure_ascii=False).encode()`
}

/** Numbers that are not whole Python writes in its own way. */
function canBeDumped(body: SnippetBody): body is Extract<SnippetBody, { kind: 'json' }> {
  return body.kind === 'json' && hasWholeNumbersOnly(body.value)
}

function hasWholeNumbersOnly(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(hasWholeNumbersOnly)
}

function writePairs(pairs: readonly HeaderPair[], level: string): string {
  const members = pairs.map(([name, value]) => `(${writeString(name)}, ${writeString(value)})`)
  return writeBlock('[]', members, indent, level)
}

function openAddress(url: string): string {
  const { base, parameters } = readAddress(url)
  const hasAny = parameters.length > 0
  return [
    '# A step of the browser: the user opens this address, the program only puts it together.',
    'import webbrowser',
    ...(hasAny ? ['from urllib.parse import urlencode', ''] : ['']),
    ...(hasAny ? [`query = urlencode(${writePairs(parameters, '')})`] : []),
    hasAny ? `webbrowser.open(${writeString(`${base}?`)} + query)` : `webbrowser.open(${writeString(base)})`,
  ].join('\n')
}
