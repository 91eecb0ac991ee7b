import type { ErrorShape } from '#shared/errors.ts'

interface Finding {
  readonly path: string
  readonly message: string
}

/** What was wrong with what was sent, each at its field. */
export interface Problems {
  /** What is wrong with a member, or with anything in it. */
  at(member: string): string | undefined
  /** What is wrong with none of these. */
  besides(members: readonly string[]): readonly string[]
}

export const NO_PROBLEMS: Problems = { at: () => undefined, besides: () => [] }

/** Findings name the part of the call first (`changes.redirect_uris[0]`); here it is the form that is meant. */
export function readProblems({ message, detail }: ErrorShape): Problems {
  const findings = findingsOf(detail).map((finding) => ({ ...finding, steps: splitPath(finding.path).slice(1) }))
  if (findings.length === 0) return { at: () => undefined, besides: () => [message] }
  return {
    at: (member) => join(findings.filter(({ steps }) => isWithin(steps, splitPath(member)))),
    besides: (members) =>
      findings
        .filter(({ steps }) => !members.some((member) => isWithin(steps, splitPath(member))))
        .map((finding) =>
          finding.steps.length === 0 ? finding.message : `${finding.steps.join('.')}: ${finding.message}`,
        ),
  }
}

function findingsOf(detail: unknown): readonly Finding[] {
  const { findings } = (detail ?? {}) as { readonly findings?: readonly Finding[] }
  return findings ?? []
}

function splitPath(path: string): readonly string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== '')
}

function isWithin(steps: readonly string[], member: readonly string[]): boolean {
  return member.every((step, index) => steps[index] === step)
}

function join(findings: readonly Finding[]): string | undefined {
  return findings.length === 0 ? undefined : findings.map(({ message }) => message).join('\n')
}
