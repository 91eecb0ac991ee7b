import type { HeaderPair } from '../../model/exchange.ts'
import type { Draft } from '../flow.ts'
import { JAVASCRIPT, writeBlock, writeString, writeValue } from './literals.ts'
import {
  isOpened,
  readAddress,
  readRequest,
  type Sender,
  type SnippetBody,
  type SnippetRequest,
} from './read-request.ts'
import { toNodeHttp } from './to-node-http.ts'
import { writeHeaders } from './write-headers.ts'

const { indent } = JAVASCRIPT

/** For Node, which has none of the things that a browser keeps its pages from doing. */
export function toFetch(draft: Draft, sender: Sender = 'client'): string {
  if (isOpened(draft, sender)) return printAddress(draft.url)
  const request = readRequest(draft)
  const obstacle = findObstacle(request)
  return obstacle === undefined ? buildFetch(request) : toNodeHttp(request, obstacle)
}

function writePairs(pairs: readonly HeaderPair[], level: string): string {
  const members = pairs.map(([name, value]) => `[${writeString(name)}, ${writeString(value)}]`)
  return `new URLSearchParams(${writeBlock('[]', members, indent, level)})`
}

function buildFetch(request: SnippetRequest): string {
  const { method, url, body } = request
  const headers = writeHeaders(request)
  const members = [
    ...(method === 'GET' ? [] : [`method: ${writeString(method)}`]),
    ...(headers.length === 0 ? [] : [`headers: ${writeBlock('{}', headers, indent, indent)}`]),
    ...(body === undefined ? [] : [`body: ${writeBody(body)}`]),
    `redirect: 'manual'`,
  ]
  return [
    '// Node 18 or newer. Save it as request.mjs, then: node request.mjs',
    `const response = await fetch(${writeString(url)}, ${writeBlock('{}', members, indent)})`,
    'console.log(response.status, response.statusText)',
    'console.log(await response.text())',
  ].join('\n')
}

/** Bytes where the request says no type, since `fetch` would add one to a text. */
function writeBody(body: SnippetBody): string {
  if (body.kind === 'form') return writePairs(body.parameters, indent)
  if (body.kind === 'json') return `JSON.stringify(${writeValue(body.value, JAVASCRIPT, indent)})`
  return `Buffer.from(${writeString(body.text)})`
}

function findObstacle({ method, headers, body }: SnippetRequest): string | undefined {
  if (/^(CONNECT|TRACE|TRACK)$/.test(method)) return `the method ${method}`
  if (body !== undefined && /^(GET|HEAD)$/.test(method)) return `a body with ${method}`
  const header = headers.find(([name]) => /^(expect|upgrade|keep-alive|__proto__)$/i.test(name))
  return header === undefined ? undefined : `the header ${header[0]}`
}

function printAddress(url: string): string {
  const { base, parameters } = readAddress(url)
  return [
    '// A step of the browser: the user opens this address, the program only puts it together.',
    `const address = new URL(${writeString(base)})`,
    ...(parameters.length === 0 ? [] : [`address.search = String(${writePairs(parameters, '')})`]),
    'console.log(address.href)',
  ].join('\n')
}
