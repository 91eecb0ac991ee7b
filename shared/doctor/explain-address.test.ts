import { describe, expect, it } from 'vitest'

import { type AddressFacts, explainAddress } from './explain-address.ts'

const ISSUER = 'http://localhost:4400'

function examine(address: string, changes: Partial<AddressFacts> = {}) {
  return explainAddress({
    address,
    discovery: `${address}/.well-known/openid-configuration`,
    answer: { kind: 'document', issuer: ISSUER, endpoints: [`${ISSUER}/token`] },
    browser: { origin: 'http://localhost:5173', isAllowed: true },
    own: { issuer: ISSUER, port: 4400 },
    ...changes,
  })
}

describe('an address of an issuer', () => {
  it('fits to the letter', () => {
    expect(examine(ISSUER)).toMatchObject([{ id: 'fits', severity: 'good' }])
  })

  it.each([
    ['http://localhost:4400/', 'slash-added', 'Leave it out: http://localhost:4400'],
    ['http://127.0.0.1:4400', 'loopback-name', 'letter by letter'],
    ['https://localhost:4400', 'scheme', '--issuer https://localhost:4400'],
    ['http://localhost:14400', 'port', '--issuer http://localhost:14400'],
    ['http://localhost:4400/auth', 'path', '--issuer http://localhost:4400/auth'],
    ['http://valetkey:4400', 'host', '--issuer http://valetkey:4400'],
  ])('%s is told apart by its %s', (address, id, remedy) => {
    expect(examine(address)).toContainEqual(
      expect.objectContaining({ id, severity: 'bad', remedy: expect.stringContaining(remedy) }),
    )
  })

  it('is told to be unreachable with the way out of a container, or into the network', () => {
    const answer = { kind: 'unreachable', why: 'Nothing answers there.' } as const
    expect(examine(ISSUER, { answer })[0]).toMatchObject({ remedy: expect.stringContaining('container') })
    expect(examine('http://issuer.test', { answer })[0]).toMatchObject({
      remedy: expect.stringContaining('--issuer http://issuer.test'),
    })
  })

  it.each([
    [421, 'host'],
    [404, 'path'],
    [502, 'status'],
  ])('answers %i for a reason that is named', (status, id) => {
    expect(examine(ISSUER, { answer: { kind: 'refused', status } })).toMatchObject([{ id, severity: 'bad' }])
  })

  it('may be readable for servers alone, have endpoints elsewhere, or be no secure place', () => {
    const found = examine('http://issuer.test', {
      answer: { kind: 'document', issuer: 'http://issuer.test', endpoints: ['http://other.test/token'] },
      browser: { origin: 'http://localhost:5173', isAllowed: false },
    })
    expect(found.map(({ id }) => id)).toEqual(['endpoints', 'cors', 'insecure'])
  })

  it('is no issuer where something else answers', () => {
    expect(examine(ISSUER, { answer: { kind: 'no-document', contentType: 'text/html' } })[0]?.id).toBe('no-document')
    expect(examine(ISSUER, { answer: { kind: 'document', issuer: undefined, endpoints: [] } })[0]?.id).toBe('no-issuer')
    const redirect = { kind: 'redirect', status: 301, location: 'https://x.test/' } as const
    expect(examine(ISSUER, { answer: redirect })[0]?.id).toBe('redirect')
  })
})
