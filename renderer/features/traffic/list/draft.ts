import {
  type FilterProblem,
  type FilterTerm,
  formatFilter,
  formatTerm,
  type ParsedFilter,
  parseFilter,
} from '#shared/traffic/filter-text/parse-filter.ts'
import { findField } from '#shared/traffic/filter-text/fields.ts'
import { readTokens } from '#shared/traffic/filter-text/tokens.ts'

export interface Absorbed {
  /** What stays in the field. */
  readonly draft: string
  readonly filter: Pick<ParsedFilter, 'terms' | 'words'>
  readonly problems: readonly FilterProblem[]
}

/**
 * Takes whole terms out of what is being typed and puts them beside those that there are. A term that is not finished,
 * one that is wrong, and words stay in the field; the words are searched for all the same.
 */
export function absorbDraft(draft: string, terms: readonly FilterTerm[], isDone: boolean): Absorbed {
  const open = isDone ? '' : openTerm(draft)
  const parsed = parseFilter(draft.slice(0, draft.length - open.length))
  const filter = { terms: mergeTerms(terms, parsed.terms), words: parsed.words }
  if (parsed.terms.length === 0) return { draft, filter, problems: parsed.problems }
  const left = [...parsed.problems.map(({ text }) => text), formatFilter({ terms: [], words: parsed.words })]
  return { draft: joinParts([...left, open], isDone), filter, problems: parsed.problems }
}

/** What of an address belongs into the field: its words, and what could not be read. */
export function draftOf({ words, problems }: ParsedFilter): string {
  return [...problems.map(({ text }) => text), formatFilter({ terms: [], words })].filter(Boolean).join(' ')
}

/** The last chip goes back into the field, to be edited. */
export function takeLast(terms: readonly FilterTerm[]) {
  const last = terms.at(-1)
  return last === undefined ? undefined : { draft: formatTerm(last), terms: terms.slice(0, -1) }
}

/** Ends with what is chosen for the word that is being typed. */
export function completeDraft(draft: string, insert: string): string {
  const last = /\s$/.test(draft) ? undefined : readTokens(draft).at(-1)
  return draft.slice(0, last?.start ?? draft.length) + insert
}

/** The name of a filter at the end, of which the value may still grow. */
function openTerm(draft: string): string {
  const last = /\s$/.test(draft) ? undefined : readTokens(draft).at(-1)
  return last?.name !== undefined && findField(last.name) !== undefined ? last.text : ''
}

function mergeTerms(before: readonly FilterTerm[], after: readonly FilterTerm[]): readonly FilterTerm[] {
  const names = new Set(after.map(({ name }) => name))
  return [...before.filter(({ name }) => !names.has(name)), ...after]
}

function joinParts(parts: readonly string[], isDone: boolean): string {
  const text = parts.filter(Boolean).join(' ')
  return text === '' || isDone || parts.at(-1) !== '' ? text : `${text} `
}
