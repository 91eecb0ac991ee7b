/** What a filter can name, each in one row: how it is written, what may stand in it, and what of the filter it sets. */
import { ENDPOINTS, type ExchangeFilter, SENDERS } from '../../model/exchange.ts'
import { parseMoment } from './moments.ts'
import { findNearest } from './nearest.ts'

export type Reading = { readonly filter: ExchangeFilter } | { readonly problem: string }

export interface FilterField {
  readonly name: string
  /** Other words for it that are taken as well. */
  readonly aliases: readonly string[]
  readonly title: string
  readonly hint: string
  readonly read: (value: string, now: number) => Reading
}

const LONGEST = 2000

function readText(set: (value: string) => ExchangeFilter): FilterField['read'] {
  return (value) =>
    value.length > LONGEST ? { problem: `${LONGEST} characters are the most.` } : { filter: set(value) }
}

function readOneOf<Value extends string>(
  what: string,
  values: readonly Value[],
  set: (value: Value) => ExchangeFilter,
): FilterField['read'] {
  return (typed) => {
    const value = values.find((one) => one === typed.toLowerCase())
    if (value !== undefined) return { filter: set(value) }
    const meant = findNearest(typed, values)
    const advice = meant === undefined ? `Take one of ${values.join(', ')}.` : `Did you mean ${meant}?`
    return { problem: `${typed} is no ${what}. ${advice}` }
  }
}

const readSender = readOneOf('actor', SENDERS, (actor) => ({ actor }))

function readTime(name: 'since' | 'until'): FilterField['read'] {
  return (typed, now) => {
    const moment = parseMoment(typed, now)
    if (moment !== undefined) return { filter: { [name]: moment } }
    return { problem: `${typed} is no time. Write 5m, 2h or 1d for so long ago, 09:41, or 2026-11-20T09:41.` }
  }
}

export const FILTER_FIELDS: readonly FilterField[] = [
  {
    name: 'client',
    aliases: ['app', 'application', 'client_id'],
    title: 'Application',
    hint: 'its client_id',
    read: readText((client_id) => ({ client_id })),
  },
  { name: 'user', aliases: ['username'], title: 'User', hint: 'a user name', read: readText((user) => ({ user })) },
  {
    name: 'endpoint',
    aliases: ['path'],
    title: 'Endpoint',
    hint: 'what was called',
    read: readOneOf('endpoint', ENDPOINTS, (endpoint) => ({ endpoint })),
  },
  {
    name: 'status',
    aliases: ['code'],
    title: 'Status',
    hint: '404, or 4xx for all of the kind',
    read(typed) {
      const [, digit, rest] = /^([1-5])(\d{2}|xx)$/i.exec(typed) ?? []
      if (digit === undefined || rest === undefined)
        return { problem: `${typed} is no status. Write 404, or 4xx for all from 400 to 499.` }
      return { filter: { status: Number(/x/i.test(rest) ? digit : digit + rest) } }
    },
  },
  {
    name: 'actor',
    aliases: ['from', 'by'],
    title: 'Sent by',
    hint: 'browser, client, issuer or api',
    read(typed, now) {
      if (typed.toLowerCase() !== 'user') return readSender(typed, now)
      return {
        problem:
          'A user sends nothing but by the browser. Write actor:browser, or user:NAME for what concerns somebody.',
      }
    },
  },
  {
    name: 'has',
    aliases: ['with'],
    title: 'Has',
    hint: 'error or note',
    read: readOneOf('mark', ['error', 'note'], (what) => (what === 'error' ? { hasError: true } : { hasNote: true })),
  },
  {
    name: 'is',
    aliases: [],
    title: 'Is',
    hint: 'pinned, imported or resent',
    read: readOneOf('mark', ['pinned', 'imported', 'resent'], (what) =>
      what === 'pinned' ? { isPinned: true } : { mark: what },
    ),
  },
  { name: 'since', aliases: ['after'], title: 'Since', hint: '5m, 09:41, 2026-11-20', read: readTime('since') },
  { name: 'until', aliases: ['before'], title: 'Until', hint: '5m, 09:41, 2026-11-20', read: readTime('until') },
  {
    name: 'signin',
    aliases: ['sign-in', 'sign_in'],
    title: 'Sign-in',
    hint: 'what its exchanges share',
    read: readText((signIn) => ({ signIn })),
  },
]

export function findField(typed: string): FilterField | undefined {
  const name = typed.toLowerCase()
  return FILTER_FIELDS.find((field) => field.name === name || field.aliases.includes(name))
}
