/** Takes out of a lesson what somebody who is handed it should not be able to use. */
import { readParameters } from '../flows/draft.ts'
import { isObject, parseObject } from '../flows/answer.ts'
import type { Answer, Arrival, Check, Draft, Json, Known } from '../flows/flow.ts'
import type { TokenView } from '../flows/list-tokens.ts'
import { isSecretName, MASK, maskHeader, maskText } from '../har/mask.ts'
import type { Exchange, HeaderPair, RecordedBody } from '../model/exchange.ts'
import type { StepRun } from '../model/flow-run.ts'
import type { RichText } from '../teach/lesson.ts'
import type { Lesson, LessonStep, Refusal } from './lesson.ts'

type Hide = (text: string) => string

/** By its name, and wherever else its value turns up. */
export function maskLesson(lesson: Lesson): Lesson {
  if (lesson.isMasked) return lesson
  const hide = createHide(listSecrets(lesson))
  return {
    ...lesson,
    isMasked: true,
    steps: lesson.steps.map((step) => maskStep(step, hide)),
    known: maskKnown(lesson.known, hide),
    tokens: lesson.tokens.map((token) => maskToken(token, hide)),
    exchanges: lesson.exchanges.map((exchange) => maskExchange(exchange, hide)),
  }
}

/** Shorter ones are found by their names alone: taking every "alice" out of a text would hide nothing and spoil it. */
const SHORTEST = 8

/** Every value of which the run itself says that it is a secret, and every one that stands under the name of one. */
export function listSecrets({ known, steps, tokens }: Lesson): readonly string[] {
  const found = [
    ...Object.entries(known).flatMap(([name, { value, secret = false }]) =>
      typeof value === 'string' && (secret || isSecretName(name)) ? [value] : secretMembers(value),
    ),
    ...tokens.flatMap(({ text, isSecret, jwt }) => (isSecret || jwt !== undefined ? [text] : [])),
    ...steps.flatMap(({ run }) => secretsOfStep(run)),
  ]
  // The long ones first: one may be part of another.
  return [...new Set(found)]
    .filter(({ length }) => length >= SHORTEST)
    .toSorted((one, other) => other.length - one.length)
}

function secretsOfStep({ draft, edited, answer, arrival }: StepRun): readonly string[] {
  const sent = [draft, edited].flatMap((one) => (one === undefined ? [] : readParameters(one)))
  const brought = Object.entries(arrival?.parameters ?? {})
  const named = [...sent, ...brought].flatMap(([name, value]) => (isSecretName(name) ? [value] : []))
  return [...named, ...secretMembers(parseObject(answer?.body ?? '') ?? {})]
}

/** Of a private key (RFC 7518 section 6). */
const KEY_MEMBERS: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'])

function isSecretMember(name: string, owner: Readonly<Record<string, Json>>): boolean {
  return isSecretName(name) || ('kty' in owner && KEY_MEMBERS.has(name))
}

function secretMembers(value: Json): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one: Json) => secretMembers(one))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === 'string' ? (isSecretMember(name, value) ? [member] : []) : secretMembers(member),
  )
}

function createHide(secrets: readonly string[]): Hide {
  const values = [...new Set(secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]))]
  return (text) => maskText(values.reduce((masked, value) => masked.replaceAll(value, MASK), text))
}

function maskStep({ shown, run, refusal }: LessonStep, hide: Hide): LessonStep {
  return { shown, run: maskRun(run, hide), ...(refusal && { refusal: maskRefusal(refusal, hide) }) }
}

function maskRun(run: StepRun, hide: Hide): StepRun {
  const { draft, edited, answer, arrival, error, failure, again } = run
  return {
    ...run,
    ...(draft && { draft: maskDraft(draft, hide) }),
    ...(edited && { edited: maskDraft(edited, hide) }),
    ...(answer && { answer: maskAnswer(answer, hide) }),
    ...(arrival && { arrival: maskArrival(arrival, hide) }),
    checks: run.checks.map((check) => maskCheck(check, hide)),
    ...(error && { error: { ...error, ...(error.description && { description: hide(error.description) }) } }),
    ...(failure !== undefined && { failure: hide(failure) }),
    ...(again && { again: { ...again, reason: hide(again.reason) } }),
  }
}

function maskDraft({ method, url, headers, body }: Draft, hide: Hide): Draft {
  return {
    method,
    url: hide(url),
    headers: maskHeaders(headers, hide),
    ...(body !== undefined && { body: hide(body) }),
  }
}

function maskAnswer(answer: Answer, hide: Hide): Answer {
  return { ...answer, headers: maskHeaders(answer.headers, hide), body: hide(answer.body) }
}

function maskArrival({ url, via, parameters }: Arrival, hide: Hide): Arrival {
  return { url: hide(url), via, parameters: maskPairs(parameters, hide) }
}

function maskPairs(pairs: Readonly<Record<string, string>>, hide: Hide): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(pairs).map(([name, value]) => [name, isSecretName(name) ? MASK : hide(value)]),
  )
}

function maskHeaders(headers: readonly HeaderPair[], hide: Hide): readonly HeaderPair[] {
  return headers.map(([name, value]) => [name, maskHeader(name, hide(value))])
}

function maskCheck(check: Check, hide: Hide): Check {
  const { expected, found, explanation } = check
  return {
    ...check,
    ...(expected !== undefined && { expected: hide(expected) }),
    ...(found !== undefined && { found: hide(found) }),
    ...(explanation !== undefined && { explanation: hide(explanation) }),
  }
}

function maskRefusal({ comparison, reason, ...refusal }: Refusal, hide: Hide): Refusal {
  return {
    ...refusal,
    summary: maskRich(refusal.summary, hide),
    why: maskRich(refusal.why, hide),
    fixes: refusal.fixes.map((fix) => maskRich(fix, hide)),
    ...(comparison && {
      comparison: { sent: hide(comparison.sent), registered: comparison.registered.map(hide) },
    }),
    ...(reason !== undefined && { reason: hide(reason) }),
  }
}

function maskRich(text: RichText, hide: Hide): RichText {
  return text.map((piece) => (typeof piece === 'string' ? hide(piece) : { code: hide(piece.code) }))
}

function maskKnown(known: Known, hide: Hide): Known {
  return Object.fromEntries(
    Object.entries(known).map(([name, entry]) => {
      const isSecret = entry.secret === true || isSecretName(name)
      const value = isSecret && typeof entry.value !== 'object' ? MASK : maskJson(entry.value, hide)
      return [name, { ...entry, value }]
    }),
  )
}

function maskJson(value: Json, hide: Hide): Json {
  if (typeof value === 'string') return hide(value)
  if (Array.isArray(value)) return value.map((one: Json) => maskJson(one, hide))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'string' && isSecretMember(name, value) ? MASK : maskJson(member, hide),
    ]),
  )
}

/** What it says stays, since that is what one learns from; without its signature nobody accepts it. */
function maskToken({ text, jwt, ...token }: TokenView, hide: Hide): TokenView {
  if (jwt === undefined) return { ...token, jwt, text: token.isSecret ? MASK : hide(text) }
  const members = (part: Readonly<Record<string, unknown>>) => maskJson(part as Json, hide) as typeof part
  // What they are made of is hidden, so that they cannot be worked out.
  return { ...token, hashes: [], text: MASK, jwt: { header: members(jwt.header), claims: members(jwt.claims) } }
}

function maskExchange(exchange: Exchange, hide: Hide): Exchange {
  const { url, error, request, response, handover } = exchange
  return {
    ...exchange,
    url: hide(url),
    ...(error && { error: maskError(error, hide) }),
    request: {
      ...request,
      url: hide(request.url),
      headers: maskHeaders(request.headers, hide),
      body: maskBody(request.body, hide),
    },
    response:
      response === 'aborted'
        ? response
        : { ...response, headers: maskHeaders(response.headers, hide), body: maskBody(response.body, hide) },
    ...(handover && {
      handover: { ...handover, url: hide(handover.url), parameters: maskPairs(handover.parameters, hide) },
    }),
  }
}

function maskError({ code, description, reason }: NonNullable<Exchange['error']>, hide: Hide) {
  return {
    code,
    ...(description !== undefined && { description: hide(description) }),
    ...(reason !== undefined && { reason: hide(reason) }),
  }
}

/** In what is no text, nothing can be looked for. */
function maskBody(body: RecordedBody, hide: Hide): RecordedBody {
  return body.encoding === 'base64' ? { ...body, text: '' } : { ...body, text: hide(body.text) }
}
