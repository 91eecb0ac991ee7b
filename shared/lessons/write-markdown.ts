/** A lesson as Markdown: for a wiki, a ticket, a merge request. */
import { readParameters } from '../flows/draft.ts'
import type { Check } from '../flows/flow.ts'
import { writeAnswer, writeRequest } from '../flows/write-message.ts'
import { buildSequence } from '../sequence/build-sequence.ts'
import { toMermaid } from '../sequence/to-mermaid.ts'
import type { Link, RichText } from '../teach/lesson.ts'
import { formatMoment } from './format-moment.ts'
import { type Lesson, type LessonStep, sentBy } from './lesson.ts'
import { TEXT } from './text.ts'

type Block = string | undefined

export function writeMarkdown(lesson: Lesson): string {
  const { flow, run, isMasked, steps } = lesson
  return join([
    `# ${escape(flow.title)}`,
    `${TEXT.recorded(formatMoment(run.createdAt))}. ${escape(flow.summary)}`,
    `> **${isMasked ? TEXT.masked : TEXT.open}.** ${isMasked ? TEXT.maskedText : TEXT.openText}`,
    writeFacts(lesson),
    rich(flow.verdict.text),
    `## ${TEXT.diagram}`,
    fence('mermaid', draw(lesson)),
    ...steps.flatMap((step, index) => writeStep(lesson, step, index)),
  ])
}

function writeFacts({ choice, names, layers, run, flow }: Lesson): string {
  const facts: readonly (readonly [string, string | undefined])[] = [
    [TEXT.application, `${escape(names.client)} (${code(choice.client_id)})`],
    [TEXT.secondApplication, choice.second_client_id && code(choice.second_client_id)],
    [TEXT.user, flow.lanes.includes('user') ? `${escape(names.user)} (${code(choice.user)})` : undefined],
    [TEXT.api, choice.api && `${escape(names.api)} (${code(choice.api)})`],
    [TEXT.scope, choice.scope.length === 0 ? undefined : choice.scope.map(code).join(' ')],
    [TEXT.variant, choice.variant && code(choice.variant)],
    [TEXT.layers, layers.length === 0 ? undefined : layers.map(({ title }) => escape(title)).join(', ')],
    [TEXT.end, TEXT.ends[run.state]],
  ]
  return facts.flatMap(([term, value]) => (value ? [`- **${term}:** ${value}`] : [])).join('\n')
}

function draw({ flow, steps, names }: Lesson): string {
  const sequence = buildSequence(
    flow,
    steps.map(({ shown }) => shown),
    names,
    steps.map(({ run }) => run),
  )
  return toMermaid(sequence).trimEnd()
}

function writeStep(lesson: Lesson, step: LessonStep, index: number): readonly Block[] {
  const { shown, run } = step
  const { names } = lesson
  const way = shown.from === shown.to ? TEXT.locally(names[shown.from]) : `${names[shown.from]} → ${names[shown.to]}`
  return [
    `## ${index + 1}. ${escape(shown.title)}`,
    `*${escape(way)}*, ${TEXT.states[run.state]}`,
    rich(shown.teach.what),
    shown.teach.goesWrong && `> **${TEXT.wrong}.** ${rich(shown.teach.goesWrong)}`,
    ...writeMessages(step),
    ...writeRefusal(step),
    ...writeChecks(run.checks),
    ...writeLearned(lesson, step),
    ...writeTokens(lesson, step),
    shown.teach.specs.length > 0 ? `${TEXT.written}: ${links(shown.teach.specs)}` : undefined,
  ]
}

function writeMessages(step: LessonStep): readonly Block[] {
  const { answer, arrival, state } = step.run
  const sent = sentBy(step)
  const isSent = state !== 'coming' && state !== 'current'
  return [
    ...(sent === undefined
      ? []
      : [
          `### ${isSent ? TEXT.sent : TEXT.built}`,
          fence('http', writeRequest(sent)),
          list(readParameters(sent).map(([name, value]) => `${code(name)}: ${code(value)}`)),
        ]),
    ...(answer === undefined ? [] : [`### ${TEXT.came}`, fence('http', writeAnswer(answer))]),
    ...(arrival === undefined || step.shown.kind !== 'arrival'
      ? []
      : [
          `### ${TEXT.brought}`,
          fence('text', arrival.url),
          TEXT.arrived[arrival.via],
          list(Object.entries(arrival.parameters).map(([name, value]) => `${code(name)}: ${code(value)}`)),
        ]),
  ]
}

function writeRefusal({ shown, run, refusal }: LessonStep): readonly Block[] {
  const { error, failure, again, state } = run
  if (error === undefined) {
    return [
      failure && `> **${TEXT.failure}.** ${escape(failure)}`,
      again && `> ${escape(again.reason)} ${TEXT.again(again.after)}`,
    ]
  }
  if (state !== 'failed') return []
  return [
    `### ${TEXT.refused}: ${code(error.code)}`,
    error.description && `${shown.to === 'api' ? TEXT.said.api : TEXT.said.issuer}: ${escape(error.description)}`,
    refusal?.reason && `${TEXT.reason}: ${escape(refusal.reason)}`,
    ...(refusal === undefined
      ? []
      : [
          rich(refusal.summary),
          refusal.comparison &&
            list([
              `${TEXT.sentValue}: ${code(refusal.comparison.sent)}`,
              ...refusal.comparison.registered.map((value) => `${TEXT.registered}: ${code(value)}`),
            ]),
          rich(refusal.why),
          refusal.fixes.length > 0 ? `**${TEXT.fixes}**` : undefined,
          list(refusal.fixes.map(rich)),
          links(refusal.specs),
        ]),
  ]
}

const SIGNS: Readonly<Record<Check['outcome'], string>> = { passed: '✓', failed: '✗', skipped: '–' }

function writeChecks(checks: readonly Check[]): readonly Block[] {
  if (checks.length === 0) return []
  return [`### ${TEXT.checks}`, list(checks.map(writeCheck))]
}

function writeCheck({ title, outcome, expected, found, explanation, spec }: Check): string {
  const compared = [
    expected === undefined ? '' : `${TEXT.expected} ${code(expected)}`,
    found === undefined ? '' : `${TEXT.found} ${code(found)}`,
  ].filter(Boolean)
  const shown = outcome === 'failed' ? compared.join(', ') : found === undefined ? '' : code(found)
  return [
    `${SIGNS[outcome]} **${escape(title)}** (${links([spec])})`,
    shown && `: ${shown}`,
    explanation && `. ${escape(explanation)}`,
  ]
    .filter(Boolean)
    .join('')
}

function writeLearned({ known, tokens }: Lesson, { run }: LessonStep): readonly Block[] {
  const apart = new Set(tokens.flatMap(({ name, jwt }) => (jwt === undefined ? [] : [name])))
  const values = run.learned.flatMap((name) => {
    const entry = known[name]
    if (entry === undefined || apart.has(name)) return []
    const text = typeof entry.value === 'string' ? entry.value : JSON.stringify(entry.value)
    return [`${code(name)}: ${code(text)}${entry.secret === true ? ` (${TEXT.secretMark})` : ''}`]
  })
  return values.length === 0 ? [] : [`### ${TEXT.learned}`, list(values)]
}

function writeTokens({ tokens, known }: Lesson, { shown }: LessonStep): readonly Block[] {
  return tokens
    .filter(({ name, jwt }) => jwt !== undefined && known[name]?.from === shown.id)
    .flatMap(({ name, jwt }) => [`### ${code(name)}`, fence('json', JSON.stringify(jwt, null, 2))])
}

function join(blocks: readonly Block[]): string {
  return `${blocks.filter((block) => block !== undefined && block !== '').join('\n\n')}\n`
}

function list(items: readonly string[]): Block {
  return items.length === 0 ? undefined : items.map((item) => `- ${item}`).join('\n')
}

function links(all: readonly Link[]): string {
  return all
    .map(({ label, href }) => `[${escape(label)}](<${href.replaceAll(/[<>\s]/g, encodeURIComponent)}>)`)
    .join(' · ')
}

function rich(text: RichText): string {
  return text.map((piece) => (typeof piece === 'string' ? escape(piece) : code(piece.code))).join('')
}

/** A fence is longer than any run of backticks in it, so that nothing in it ends it. */
function fence(language: string, text: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${ticks}${language}\n${text.replaceAll('\r\n', '\n')}\n${ticks}`
}

function code(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ')
  const ticks = '`'.repeat(longestRun(flat) + 1)
  const space = flat.startsWith('`') || flat.endsWith('`') || flat === '' ? ' ' : ''
  return `${ticks}${space}${flat}${space}${ticks}`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}

/** What Markdown, or the HTML in it, would take for its own (CommonMark 0.31, section 2.4). */
function escape(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>#|~&!]/g, (sign) => `\\${sign}`)
}
