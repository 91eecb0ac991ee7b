import { describe, expect, it } from 'vitest'

import { FLOWS } from '../flows/flows.ts'
import { DEMO_APIS } from '../model/demo-api.ts'
import { decodeJwt } from '../tokens/decode-jwt.ts'
import { CONCEPTS, findConcept } from './concepts.ts'
import type { Concept, Figure } from './concepts/concept.ts'
import { entriesOf, explain } from './entries.ts'
import { plainText } from './rich-text.ts'

const TOPICS: readonly Concept[] = CONCEPTS

function figuresOf<Kind extends Figure['kind']>({ sections }: Concept, kind: Kind) {
  return sections.flatMap(({ figure }) =>
    figure?.kind === kind ? [figure as Extract<Figure, { readonly kind: Kind }>] : [],
  )
}

describe.each(TOPICS.map((concept) => [concept.id, concept] as const))('%s', (id, concept) => {
  it('is found by its id, which an address can hold as it is', () => {
    expect(id).toMatch(/^[a-z-]+$/)
    expect(findConcept(id)).toBe(concept)
  })

  it('begins with a summary that is no more than that', () => {
    const { length } = plainText(concept.summary)
    expect(length).toBeGreaterThan(80)
    expect(length).toBeLessThan(300)
  })

  it('rests each statement on a specification', () => {
    for (const { statements = [] } of concept.sections) {
      for (const { specs, text } of statements) {
        expect(specs.length, plainText(text)).toBeGreaterThan(0)
        expect(plainText(text).length).toBeLessThan(320)
      }
    }
    for (const { messages } of figuresOf(concept, 'sequence')) {
      for (const { specs, title } of messages) expect(specs.length, title).toBeGreaterThan(0)
    }
    for (const { rows } of figuresOf(concept, 'table')) {
      for (const { specs, title } of rows) expect(specs?.length, title).toBeGreaterThan(0)
    }
  })

  it('has a cell for each column of its tables', () => {
    for (const { columns, rows } of figuresOf(concept, 'table')) {
      for (const { cells, title } of rows) expect(cells.length, title).toBe(columns.length - 1)
    }
  })

  it('draws its messages between those who take part', () => {
    for (const { lanes, messages } of figuresOf(concept, 'sequence')) {
      const actors = lanes.map(({ actor }) => actor)
      for (const { from, to } of messages) expect(actors).toEqual(expect.arrayContaining([from, to]))
    }
  })

  it('says what to do next: walkthroughs that there are, and names that are explained', () => {
    const { walkthroughs, names } = concept.next
    expect(walkthroughs.length).toBeGreaterThan(0)
    for (const { flow } of walkthroughs) expect(FLOWS.map((one) => one.id)).toContain(flow)
    expect(names.length).toBeGreaterThan(1)
    for (const name of names) expect(entriesOf(name), name).not.toEqual([])
  })
})

it('has each topic once', () => {
  expect(new Set(CONCEPTS.map(({ id }) => id)).size).toBe(CONCEPTS.length)
})

it('names the five who take part, each once', () => {
  const named = TOPICS.flatMap((concept) => figuresOf(concept, 'roles').flatMap(({ roles }) => roles))
  expect(named.map(({ actor }) => actor)).toEqual(['user', 'browser', 'client', 'issuer', 'api'])
})

it('has six messages in the abstract flow (RFC 6749 section 1.2)', () => {
  const [figure] = TOPICS.flatMap((concept) => (concept.id === 'six-messages' ? figuresOf(concept, 'sequence') : []))
  expect(figure?.messages.map(({ from, to }) => `${from} ${to}`)).toEqual([
    'client user',
    'user client',
    'client issuer',
    'issuer client',
    'client api',
    'api client',
  ])
})

it('takes a real token apart, each of its members explained', () => {
  const [figure] = TOPICS.flatMap((concept) => figuresOf(concept, 'token'))
  const decoded = decodeJwt(figure?.token ?? '')
  expect(decoded?.claims).toMatchObject({ client_id: 'my-todos', sub: 'alice', aud: 'https://organizer.test/api' })
  for (const name of Object.keys(decoded?.claims ?? {})) {
    expect(explain(name, { context: 'access token' })?.where, name).toContain('access token')
  }
  for (const name of Object.keys(decoded?.header ?? {})) {
    expect(explain(name, { context: 'JOSE header' })?.where, name).toContain('JOSE header')
  }
})

it('shows the scopes of an API that there is', () => {
  const apis = TOPICS.flatMap((concept) => figuresOf(concept, 'scopes').map(({ api }) => api))
  expect(apis.length).toBeGreaterThan(0)
  for (const api of apis) expect(DEMO_APIS.map(({ identifier }) => identifier)).toContain(api)
})

it('goes through the history in order', () => {
  const years = TOPICS.flatMap((concept) => figuresOf(concept, 'timeline')[0]?.events ?? []).map(({ year }) => year)
  expect(years.slice(0, -1)).toEqual(years.slice(0, -1).toSorted())
  expect(years[0]).toBe('2007')
})
