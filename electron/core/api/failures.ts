import type { Finding } from '#shared/contract/finding.ts'
import { buildFinding, quote } from '#shared/contract/finding.ts'
import { ValetKeyError } from '#shared/errors.ts'

const MOST_SHOWN = 20

export function notFound(kind: string, id: string, way: string): ValetKeyError {
  return new ValetKeyError('not_found', `There is no ${kind} ${quote(id)}. ${way}`)
}

export function conflict(message: string): ValetKeyError {
  return new ValetKeyError('conflict', message)
}

export function preconditionFailed(message: string): ValetKeyError {
  return new ValetKeyError('precondition_failed', message)
}

/** The message is for whoever prints it; the findings for whoever shows each at its field. */
export function invalid(findings: readonly Finding[]): ValetKeyError {
  const lines = findings
    .slice(0, MOST_SHOWN)
    .map(({ path, message }) => [path, message].filter((part) => part !== '').join(': '))
  const more = findings.length > MOST_SHOWN ? [`and ${findings.length - MOST_SHOWN} more`] : []
  return new ValetKeyError('invalid', [...lines, ...more].join('\n'), { detail: { findings } })
}

export function assertNoFindings(findings: readonly Finding[]): void {
  if (findings.length > 0) throw invalid(findings)
}

/** What a body says of its own id is the address's, or nothing. */
export function assertSameId(given: unknown, id: string, at: string, member = 'client_id'): void {
  if (given === undefined || given === id) return
  throw invalid([buildFinding([at, member], 'another one than the address names', quote(id))])
}
