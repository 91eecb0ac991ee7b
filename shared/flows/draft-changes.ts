/** What a person has changed of a request, piece by piece. */
import { isForm, readParameters } from '#shared/flows/draft.ts'
import type { Draft } from '#shared/flows/flow.ts'
import type { HeaderPair } from '#shared/model/exchange.ts'

export interface Change {
  readonly what: 'method' | 'address' | 'parameter' | 'header' | 'body'
  readonly name: string
  /** Left out: it was not there before, or is not there any more. */
  readonly before?: string | undefined
  readonly after?: string | undefined
}

export function listChanges(original: Draft, edited: Draft): readonly Change[] {
  return [
    ...compare('method', 'method', original.method, edited.method),
    ...compare('address', 'address', baseOf(original), baseOf(edited)),
    ...comparePairs('parameter', readParameters(original), readParameters(edited)),
    ...comparePairs('header', original.headers, edited.headers),
    ...(isForm(original) && isForm(edited) ? [] : compare('body', 'body', original.body, edited.body)),
  ]
}

/** Without the parameters, where those of the query are what the request is about. */
export function baseOf(draft: Draft): string {
  return isForm(draft) ? draft.url : (draft.url.split('?', 1)[0] ?? '')
}

export function withBase(draft: Draft, base: string): Draft {
  const query = draft.url.slice(baseOf(draft).length)
  return { ...draft, url: base + query }
}

/** Sets, adds, or with undefined leaves out the parameter at this place; the others stay as they are. */
export function withParameterAt(draft: Draft, index: number, pair: HeaderPair | undefined): Draft {
  const pairs = [...readParameters(draft)]
  pairs.splice(index, 1, ...(pair === undefined ? [] : [pair]))
  const text = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString()
  if (isForm(draft)) return { ...draft, body: text }
  const base = baseOf(draft)
  return { ...draft, url: text === '' ? base : `${base}?${text}` }
}

export function withHeaderAt(draft: Draft, index: number, pair: HeaderPair | undefined): Draft {
  const headers = [...draft.headers]
  headers.splice(index, 1, ...(pair === undefined ? [] : [pair]))
  return { ...draft, headers }
}

export function isSameDraft(one: Draft, other: Draft): boolean {
  return listChanges(one, other).length === 0
}

function compare(
  what: Change['what'],
  name: string,
  before: string | undefined,
  after: string | undefined,
): readonly Change[] {
  return before === after ? [] : [{ what, name, before, after }]
}

/** By name; of names that stand twice, the first with the first. */
function comparePairs(
  what: Change['what'],
  before: readonly HeaderPair[],
  after: readonly HeaderPair[],
): readonly Change[] {
  const [had, has] = [Map.groupBy(before, ([name]) => name), Map.groupBy(after, ([name]) => name)]
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((name) => {
    const [old = [], now = []] = [had.get(name), has.get(name)]
    return Array.from({ length: Math.max(old.length, now.length) }, (_, at) =>
      compare(what, name, old[at]?.[1], now[at]?.[1]),
    ).flat()
  })
}
