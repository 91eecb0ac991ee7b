import type { Exchange } from '#shared/model/exchange.ts'

import {
  buildSections,
  describeReport,
  describeSection,
  REPORT_TITLE,
  type ReportItem,
  type ReportOptions,
  type ReportSection,
} from './report.ts'

/** CommonMark with tables, as GitHub and most others show it. */
export function buildMarkdownReport(exchanges: readonly Exchange[], options: ReportOptions = {}): string {
  const sections = buildSections(exchanges, options)
  return (
    [`# ${REPORT_TITLE}`, describeReport(exchanges, options), ...sections.flatMap(writeSection)].join('\n\n') + '\n'
  )
}

function writeSection(section: ReportSection): readonly string[] {
  const { items } = section
  return [`## ${inline(describeSection(section))}`, writeTable(items), ...items.flatMap(writeItem)]
}

function writeTable(items: readonly ReportItem[]): string {
  const rows = items.map(({ id, moment, request, status, took, error }) =>
    row([String(id), moment.slice(11, 23), code(request), status, sayTook(took), error?.code ?? '']),
  )
  return [row(['#', 'Time (UTC)', 'Request', 'Status', 'Took', 'Error']), row(Array(6).fill('---')), ...rows].join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function writeItem({
  id,
  request,
  status,
  error,
  note,
  mark,
  handover,
  sent,
  answered,
}: ReportItem): readonly string[] {
  const [method = ''] = request.split(' ', 1)
  return [
    `### ${id}. ${inline(method)} ${code(pathOf(request.slice(method.length + 1)))}, ${status}`,
    ...(mark === undefined ? [] : [inline(`${mark[0]?.toUpperCase()}${mark.slice(1)}.`)]),
    ...(note === undefined ? [] : [quote(note)]),
    ...(error === undefined ? [] : [writeError(error)]),
    ...(handover === undefined ? [] : [`Handed to the application: ${code(handover)}`]),
    fence(sent),
    fence(answered),
  ]
}

function writeError({ code: name, description, reason }: NonNullable<ReportItem['error']>): string {
  return [
    `**Refused:** ${code(name)}`,
    ...(reason === undefined ? [] : [`- Why: ${inline(reason)}`]),
    ...(description === undefined ? [] : [`- What the application was told: ${inline(description)}`]),
  ].join('\n')
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : address
}

function sayTook(took: number | undefined): string {
  return took === undefined ? '' : `${Math.round(took)} ms`
}

/** As many backticks as it takes (CommonMark sections 4.5 and 6.1). */
function fence(text: string): string {
  const marks = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${marks}http\n${text}\n${marks}`
}

function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  const marks = '`'.repeat(longestRun(line) + 1)
  return line.includes('`') ? `${marks} ${line} ${marks}` : `${marks}${line}${marks}`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
}

/** What means something in Markdown or HTML is only a character here. */
function inline(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>#|~!&]/g, (mark) => `\\${mark}`)
}

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${inline(line)}`.trimEnd())
    .join('\n')
}
