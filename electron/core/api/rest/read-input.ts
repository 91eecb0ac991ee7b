import * as z from 'zod'

import { CALLS } from '#shared/contract/calls/calls.ts'
import { buildSuggestion, explainChoice } from '#shared/contract/finding.ts'

import { checkJson } from '../../seed/check-json.ts'
import { invalid } from '../failures.ts'
import { MAX_BODY, type Parts, partsOf, type Route } from '#shared/rest/routes.ts'
import { Problem } from './problem.ts'

export interface Sent {
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
}

/** The call's input from where REST has it: path, query, body, If-Match. The call itself checks the values. */
export async function readInput(route: Route, { request, params }: Sent): Promise<Readonly<Record<string, unknown>>> {
  const parts = partsOf(route)
  const shape: Readonly<Record<string, unknown>> = CALLS[route.call].input.shape
  const named = Object.entries(params).map(([name, text]) => [name, coerce(shape[name], text)])
  return {
    ...Object.fromEntries(named),
    ...readQuery(new URL(request.url).searchParams, parts, shape),
    ...(parts.takesVersion && readIfMatch(request)),
    ...(route.body !== undefined && (await readBody(request, route, route.body))),
  }
}

function readQuery(query: URLSearchParams, parts: Parts, shape: Readonly<Record<string, unknown>>) {
  const known = [...parts.query, ...(parts.takesSecrets ? ['include'] : [])]
  const input: Record<string, unknown> = {}
  for (const name of new Set(query.keys())) {
    if (!known.includes(name)) throw unknownParameter(name, known)
    const [text = '', ...more] = query.getAll(name)
    if (more.length > 0) throw invalid([{ path: name, message: 'found more than once, expected once' }])
    if (name === 'include') input['secrets'] = readInclude(text)
    else input[name] = coerce(shape[name], text)
  }
  return input
}

function unknownParameter(name: string, known: readonly string[]) {
  const expected = known.length === 0 ? 'no parameters' : explainChoice(known)
  return invalid([buildSuggestion([name], 'an unknown parameter', name, known, expected)])
}

function readInclude(text: string): true {
  if (text === 'secrets') return true
  throw invalid([{ path: 'include', message: `found ${JSON.stringify(text.slice(0, 80))}, expected "secrets"` }])
}

/** What is no number or truth value stays a text, and the schema says so. */
function coerce(schema: unknown, text: string): unknown {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  if (inner instanceof z.ZodArray) return text === '' ? [] : text.split(',').map((part) => coerce(inner.element, part))
  if (inner instanceof z.ZodNumber) return /^-?\d{1,16}$/.test(text) ? Number(text) : text
  if (inner instanceof z.ZodBoolean) return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** RFC 9110 section 13.1.1: compared strongly, so a weak tag never matches. */
function readIfMatch(request: Request): { readonly ifVersion?: readonly string[] } {
  const header = request.headers.get('if-match')
  if (header === null) return {}
  const tags = header.split(',').map((tag) => tag.trim())
  return { ifVersion: tags.map((tag) => (tag === '*' ? tag : (/^"([\w-]+?)(?:\.s)?"$/.exec(tag)?.[1] ?? ''))) }
}

async function readBody(request: Request, { call, maxBody = MAX_BODY }: Route, member: string) {
  const text = await readText(request, maxBody)
  const optional = CALLS[call].input.safeParse({}).success
  if (text === '' && optional) return {}
  assertJson(request.headers.get('content-type'))
  const problem = checkJson(text)
  if (problem === undefined) return { [member]: JSON.parse(text) as unknown }
  const place = `line ${problem.line}, column ${problem.column}: ${problem.message}`
  throw new Problem(400, 'Not JSON', `The body is no JSON: ${place}`, { errors: [{ pointer: '#', detail: place }] })
}

/** A form, or a text that a page from elsewhere could post unasked, is not taken for JSON. */
function assertJson(type: string | null): void {
  if (/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type ?? '')) return
  const found = type === null ? 'It came without a type' : `It came as ${JSON.stringify(type.slice(0, 80))}`
  throw new Problem(
    415,
    'Unsupported media type',
    `The body has to be JSON. ${found}; send content-type: application/json.`,
    {
      headers: { accept: 'application/json' },
    },
  )
}

async function readText(request: Request, most: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Problem(400, 'Not UTF-8', 'The body holds bytes that are no UTF-8. Send JSON in that encoding.')
  }
}

function tooLarge(most: number): Problem {
  const bound = `${most / (1024 * 1024)} MB`
  return new Problem(
    413,
    'Content too large',
    `The body is larger than ${bound}, the most that is read here. Send it in parts.`,
    {
      headers: { connection: 'close' },
    },
  )
}
