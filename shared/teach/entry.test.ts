import { describe, expect, it } from 'vitest'

import { CLIENT_AUTH_METHODS, GRANT_TYPES, RESPONSE_MODES } from '#shared/contract/vocabulary.ts'
import { OIDC_SCOPES } from '#shared/oauth/scope.ts'

import { entriesOf, ENTRIES } from './entries.ts'
import type { Entry } from './entry.ts'
import { plainText } from './rich-text.ts'

const SPEC_HOSTS = [
  'www.rfc-editor.org',
  'openid.net',
  'datatracker.ietf.org',
  'fetch.spec.whatwg.org',
  'www.w3.org',
  'wicg.github.io',
]

/** What a name may be set to, which is no name itself. */
const VALUES: readonly string[] = [...GRANT_TYPES, ...RESPONSE_MODES, ...CLIENT_AUTH_METHODS, ...OIDC_SCOPES]

describe('every entry', () => {
  it('has a place of its own', () => {
    const places = ENTRIES.flatMap(({ kind, name, where }) => where.map((context) => `${kind} ${name} in ${context}`))
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([])
  })

  it.each(ENTRIES)('$kind $name says in one sentence what it is', ({ summary, where }) => {
    expect(summary).toMatch(/^\S.{10,150}[^ .]\.$/)
    expect(summary).not.toMatch(/[.?!] [A-Z]/)
    expect(where.length).toBeGreaterThan(0)
  })

  it.each(ENTRIES.flatMap(({ name, detail }) => (detail === undefined ? [] : [{ name, text: plainText(detail) }])))(
    '$name has whole sentences for what there is to know beyond that',
    ({ text }) => expect(text).toMatch(/^\S.+\.$/),
  )

  it.each(ENTRIES)('$kind $name says where it is specified', ({ specs }) => {
    expect(specs.length).toBeGreaterThan(0)
    for (const { label, href } of specs) {
      const { protocol, host } = new URL(href)
      expect({ protocol, known: SPEC_HOSTS.includes(host) }).toEqual({ protocol: 'https:', known: true })
      expect(label.trim()).not.toBe('')
    }
    expect(new Set(specs.map(({ href }) => href)).size).toBe(specs.length)
  })

  it.each([...new Set(ENTRIES.flatMap(namesIn))])('that speaks of %s can count on its being explained', (name) => {
    expect(VALUES.includes(name) || entriesOf(name).length > 0).toBe(true)
  })

  it('leads to the section that it names', () => {
    const links = ENTRIES.flatMap(({ specs }) => specs).filter(({ label }) => /^RFC \d+ §/.test(label))
    for (const { label, href } of links) {
      const [, number, section] = /^RFC (\d+) §([\w.]+)$/.exec(label) ?? []
      expect(href).toBe(`https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`)
    }
    expect(links.length).toBeGreaterThan(200)
  })
})

/** The protocol names that the detail has, by the shape that most of them have. */
function namesIn({ detail = [] }: Entry): string[] {
  return detail.flatMap((piece) =>
    typeof piece !== 'string' && /^[a-z]+(?:_[a-z]+)+$/.test(piece.code) ? [piece.code] : [],
  )
}
