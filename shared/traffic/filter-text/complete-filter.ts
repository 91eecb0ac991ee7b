import { ENDPOINTS, SENDERS } from '../../model/exchange.ts'
import { FILTER_FIELDS, type FilterField, findField } from './fields.ts'
import { quote, readTokens } from './tokens.ts'

/** What there is to choose from. */
export interface Known {
  readonly clients: readonly { readonly value: string; readonly title?: string | undefined }[]
  readonly users: readonly { readonly value: string; readonly title?: string | undefined }[]
}

export interface Completion {
  /** Stands in place of the last word that was typed. */
  readonly insert: string
  readonly label: string
  readonly hint: string
  /** A whole term, after which the next one can begin. */
  readonly isWhole: boolean
}

const MOST = 12

const VALUES: Readonly<Record<string, (known: Known) => Known['clients']>> = {
  client: ({ clients }) => clients,
  user: ({ users }) => users,
  endpoint: () => ENDPOINTS.map((value) => ({ value })),
  status: () => [
    { value: '2xx', title: 'went well' },
    { value: '3xx', title: 'redirects' },
    { value: '4xx', title: 'refused' },
    { value: '5xx', title: 'failed' },
    ...['200', '302', '303', '400', '401', '403', '404'].map((value) => ({ value })),
  ],
  actor: () => SENDERS.map((value) => ({ value })),
  has: () => [
    { value: 'error', title: 'refused or failed' },
    { value: 'note', title: 'somebody wrote something to it' },
  ],
  is: () => [
    { value: 'pinned', title: 'stays when others leave' },
    { value: 'imported', title: 'read from a file' },
    { value: 'resent', title: 'sent again from here' },
  ],
  since: () => [
    { value: '1m', title: 'the last minute' },
    { value: '5m', title: 'the last 5 minutes' },
    { value: '1h', title: 'the last hour' },
    { value: '1d', title: 'the last day' },
  ],
  until: () => [
    { value: '5m', title: 'until 5 minutes ago' },
    { value: '1h', title: 'until an hour ago' },
  ],
}

/** What the last word of the text may become; the names of the filters while it is none of them yet. */
export function completeFilter(text: string, known: Known): readonly Completion[] {
  const token = /\s$/.test(text) ? undefined : readTokens(text).at(-1)
  const field = token?.name === undefined ? undefined : findField(token.name)
  if (field !== undefined) return completeValue(field, token?.value ?? '', known)
  const typed = token?.text.toLowerCase() ?? ''
  const named = FILTER_FIELDS.filter(
    ({ name, title, aliases }) =>
      name !== 'signin' && [name, title.toLowerCase(), ...aliases].some((word) => word.startsWith(typed)),
  ).map(({ name, title, hint }) => ({
    insert: `${name}:`,
    label: `${name}:`,
    hint: `${title}: ${hint}`,
    isWhole: false,
  }))
  return typed.length < 2 ? named : [...named, ...completeWord(typed, known)].slice(0, MOST)
}

function completeValue({ name, title }: FilterField, typed: string, known: Known): readonly Completion[] {
  const wanted = typed.toLowerCase()
  const fitting = (VALUES[name]?.(known) ?? []).filter((one) => contains(one, wanted))
  const [only] = fitting
  // Nothing is left to complete.
  if (fitting.length === 1 && only?.value === typed) return []
  return fitting.slice(0, MOST).map((one) => ({
    insert: `${name}:${quote(one.value)}`,
    label: one.value,
    hint: one.title ?? title,
    isWhole: true,
  }))
}

/** Who types the name of an application need not know how its filter is written. */
function completeWord(typed: string, known: Known): readonly Completion[] {
  return ['client', 'user', 'endpoint'].flatMap((name) => {
    const field = findField(name)
    if (field === undefined) return []
    const fitting = (VALUES[name]?.(known) ?? []).filter((one) => contains(one, typed))
    return fitting.slice(0, 4).map((one) => ({
      insert: `${name}:${quote(one.value)}`,
      label: `${name}:${quote(one.value)}`,
      hint: one.title ?? field.title,
      isWhole: true,
    }))
  })
}

function contains({ value, title = '' }: { value: string; title?: string | undefined }, wanted: string): boolean {
  return value.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted)
}
