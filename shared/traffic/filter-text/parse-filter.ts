/** The filter as one line of text: `client:calendar-app status:4xx has:error since:5m words`. */
import type { ExchangeFilter } from '../../model/exchange.ts'
import { FILTER_FIELDS, findField } from './fields.ts'
import { isRelative } from './moments.ts'
import { findNearest } from './nearest.ts'
import { type FilterToken, quote, readTokens } from './tokens.ts'

/** One condition, as `status` and `4xx`. */
export interface FilterTerm {
  readonly name: string
  readonly value: string
}

export interface FilterProblem {
  /** As it was typed. */
  readonly text: string
  readonly start: number
  /** What is wrong, and what to write instead. */
  readonly message: string
}

export interface ParsedFilter {
  readonly terms: readonly FilterTerm[]
  /** What is searched for, without the terms. */
  readonly words: string
  readonly problems: readonly FilterProblem[]
}

const NAMES = FILTER_FIELDS.map(({ name }) => name)

/** Of two terms with one name the later counts: who types another status means that one. */
export function parseFilter(text: string, now = Date.now()): ParsedFilter {
  const terms = new Map<string, FilterTerm>()
  const words: string[] = []
  const problems: FilterProblem[] = []
  for (const token of readTokens(text)) {
    const read = readToken(token, now)
    if ('term' in read) terms.set(read.term.name, read.term)
    else if ('word' in read) words.push(read.word)
    else problems.push({ text: token.text, start: token.start, message: read.problem })
  }
  return { terms: [...terms.values()], words: words.join(' '), problems }
}

type Read = { readonly term: FilterTerm } | { readonly word: string } | { readonly problem: string }

function readToken({ text, name, value }: FilterToken, now: number): Read {
  if (name === undefined) return { word: value }
  const field = findField(name)
  if (field === undefined) {
    const meant = findNearest(name, NAMES)
    // An address, or a name with a colon in it, is searched for as it stands.
    if (meant === undefined || value.startsWith('//')) return { word: text }
    return {
      problem: `There is no filter ${name}. Did you mean ${meant}:? To search for it as it stands, put it in quotes.`,
    }
  }
  if (value === '') return { problem: `${name}: needs a value: ${field.hint}.` }
  const reading = field.read(value, now)
  return 'problem' in reading ? reading : { term: { name: field.name, value } }
}

/** What the program is asked for; relative times become those of now. */
export function buildFilter({ terms, words }: Pick<ParsedFilter, 'terms' | 'words'>, now = Date.now()): ExchangeFilter {
  const parts = terms.map(({ name, value }) => {
    const reading = findField(name)?.read(value, now)
    return reading !== undefined && 'filter' in reading ? reading.filter : {}
  })
  return Object.assign({}, ...parts, words.trim() === '' ? {} : { search: words })
}

export function formatFilter({ terms, words }: Pick<ParsedFilter, 'terms' | 'words'>): string {
  const written = words.split(/\s+/).filter(Boolean).map(formatWord)
  return [...terms.map(formatTerm), ...written].join(' ')
}

export function formatTerm({ name, value }: FilterTerm): string {
  return `${name}:${quote(value)}`
}

/** Quoted where it would be read as a term, or as the beginning of something quoted. */
function formatWord(word: string): string {
  const [token] = readTokens(word)
  const isPlain = token?.text === word && !word.includes('"') && 'word' in readToken(token, 0)
  return isPlain ? word : `"${word.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

/** It has to be asked anew as time goes by. */
export function movesWithTime({ terms }: Pick<ParsedFilter, 'terms'>): boolean {
  return terms.some(({ name, value }) => (name === 'since' || name === 'until') && isRelative(value))
}
