import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { encodeText } from './base64url.ts'
import {
  CORE_A2,
  CORE_A3,
  CORE_A4,
  RFC7515_A1,
  RFC7515_A2,
  RFC7515_A3,
  RFC7515_A5,
  RFC7516_A3,
  RFC8037_A4,
  RFC9449_4,
} from './examples.ts'
import { recognise } from './recognise.ts'
import type { Paste } from './recognise/paste.ts'
import { splitWords } from './recognise/split-words.ts'

function summarize(paste: Paste): unknown {
  if (!('found' in paste)) return paste.form
  return [paste.form, ...paste.found.map(({ name, token }) => `${name ?? '-'} ${token.type}`)]
}

function read(text: string): unknown {
  return summarize(recognise(text))
}

const JWT = CORE_A2.text
const ANOTHER = RFC7515_A1.text

describe('one token', () => {
  it.each([RFC7515_A1, RFC7515_A2, RFC7515_A3, RFC7515_A5, RFC8037_A4, CORE_A2])(
    'of $spec.label is signed',
    ({ text }) => {
      expect(read(text)).toEqual(['token', '- jws'])
    },
  )

  it('of RFC 7516 is encrypted', () => {
    expect(read(RFC7516_A3.text)).toEqual(['token', '- jwe'])
  })

  it.each([
    ['with spaces around', `\n  ${JWT} \t\n`],
    ['in quotes', `"${JWT}"`],
    ['in backticks, with a semicolon', `\`${JWT}\`;`],
    ['broken into lines', JWT.replaceAll(/.{64}/g, '$&\r\n  ')],
  ])('is known %s', (_name, text) => {
    expect(read(text)).toEqual(['token', '- jws'])
  })

  it('that is no JWT is opaque', () => {
    expect(read('SlAV32hkKG-4')).toEqual(['token', '- opaque'])
    expect(read('mF_9.B5f-4.1JqM')).toEqual(['token', '- opaque'])
  })

  it('may have a payload that is no JSON', () => {
    const paste = recognise(RFC8037_A4.text)
    expect('found' in paste && paste.found[0].token).toMatchObject({
      payload: 'Example of Ed25519 signing',
      claims: undefined,
    })
  })
})

describe('several tokens', () => {
  it('are a list to pick from', () => {
    expect(read(`${JWT}\n${ANOTHER}`)).toEqual(['several tokens', '- jws', '- jws'])
    expect(read(`old: ${JWT}, new: ${ANOTHER}.`)).toEqual(['several tokens', '- jws', '- jws'])
  })

  it('are named by a token response', () => {
    const response = {
      access_token: 'SlAV32hkKG',
      token_type: 'Bearer',
      refresh_token: '8xLOxBtZp8',
      expires_in: 3600,
      id_token: JWT,
    }
    expect(read(JSON.stringify(response, null, 2))).toEqual([
      'token response',
      'id_token jws',
      'access_token opaque',
      'refresh_token opaque',
    ])
  })

  it('are found in an envelope, and in a list', () => {
    expect(read(JSON.stringify({ status: 200, body: { access_token: 'x', id_token: JWT } }))).toEqual([
      'token response',
      'id_token jws',
      'access_token opaque',
    ])
    expect(read(JSON.stringify([JWT, { id_token: ANOTHER }]))).toEqual(['JSON', '- jws', 'id_token jws'])
  })
})

describe('JSON', () => {
  it('may be an introspection response (RFC 7662 section 2.2)', () => {
    const answer = {
      active: true,
      client_id: 'l238j323ds-23ij4',
      username: 'jdoe',
      scope: 'read write dolphin',
      sub: 'Z5O3upPC88QrAjx00dis',
    }
    expect(read(JSON.stringify(answer))).toEqual(['introspection response', '- statement'])
    expect(read('{"active": false}')).toEqual(['introspection response', '- statement'])
  })

  it('may be the claims alone', () => {
    expect(read('{"sub":"248289761001","name":"Jane Doe"}')).toEqual(['claims', '- statement'])
  })

  it('may be a key or a set of them', () => {
    expect(read(RFC7515_A2.key)).toEqual(['keys', '- keys'])
    expect(read(`{"keys":[${RFC7515_A2.key},${RFC7515_A3.key}]}`)).toEqual(['keys', '- keys'])
    expect(read('{"keys":[]}')).toEqual(['keys', '- keys'])
  })

  it('may be a JWS, flattened or with several signatures (RFC 7515 appendix A.6 and A.7)', () => {
    const [header, payload, signature] = RFC7515_A3.text.split('.')
    const flattened = { payload, protected: header, header: { kid: 'e9bc097a-ce51-4036-9562-d2ade882db0d' }, signature }
    const paste = recognise(JSON.stringify(flattened))
    expect(summarize(paste)).toEqual(['JWS in JSON', '- jws'])
    expect('found' in paste && paste.found[0].token).toMatchObject({
      header: { alg: 'ES256', kid: 'e9bc097a-ce51-4036-9562-d2ade882db0d' },
      claims: { iss: 'joe' },
    })
    const general = {
      payload,
      signatures: [
        { protected: header, signature },
        { header: { alg: 'none' }, signature: '' },
      ],
    }
    expect(read(JSON.stringify(general))).toEqual(['JWS in JSON', '- jws', '- jws'])
  })

  it('may be a JWE with one recipient', () => {
    const [head, encrypted_key, iv, ciphertext, tag] = RFC7516_A3.text.split('.')
    expect(read(JSON.stringify({ protected: head, encrypted_key, iv, ciphertext, tag }))).toEqual([
      'JWE in JSON',
      '- jwe',
    ])
    expect(read(JSON.stringify({ protected: head, recipients: [{ encrypted_key }], iv, ciphertext, tag }))).toEqual([
      'JWE in JSON',
      '- jwe',
    ])
  })
})

describe('HTTP', () => {
  it.each([
    ['Bearer', `Bearer ${JWT}`],
    ['a header line', `Authorization: Bearer ${JWT}`],
    ['DPoP', `authorization: DPoP ${JWT}`],
  ])('with an access token: %s', (_name, text) => {
    expect(read(text)).toEqual(['header', 'access_token jws'])
  })

  it('with a client’s secret, form-encoded before it is joined (RFC 6749 section 2.3.1)', () => {
    const paste = recognise(`Basic ${btoa('my%3Aapp:s+e%2Bcr%25et')}`)
    expect('found' in paste && paste.found[0].token).toMatchObject({ client_id: 'my:app', client_secret: 's e+cr%et' })
  })

  it('as a whole request, its form and its proof included', () => {
    const paste = recognise(RFC9449_4.text)
    expect(summarize(paste)).toEqual(['HTTP message', 'DPoP jws', 'code opaque'])
    expect('members' in paste && paste.members).toMatchObject({
      htm: 'POST',
      htu: 'https://server.example.com/token',
      client_id: 's6BhdRkqt',
    })
  })

  it('as a response that sets a cookie and sends a token', () => {
    const text = `HTTP/1.1 200 OK\r\nSet-Cookie: session=${ANOTHER}; HttpOnly\r\nContent-Type: application/json\r\n\r\n{"id_token":"${JWT}"}`
    expect(read(text)).toEqual(['HTTP message', 'session jws', 'id_token jws'])
  })

  it('as a command line', () => {
    const text = `curl -X POST 'https://api.example.com/x?y=1' \\\n  -H 'Authorization: DPoP ${JWT}' -H "DPoP: ${ANOTHER}" --data-raw 'client_assertion=${ANOTHER}&grant_type=client_credentials'`
    const paste = recognise(text)
    expect(summarize(paste)).toEqual(['command line', 'access_token jws', 'DPoP jws', 'client_assertion jws'])
    expect('members' in paste && paste.members).toMatchObject({ htm: 'POST', access_token: JWT })
  })

  it('reads words as a shell does', () => {
    expect(splitWords(`a 'b c' "d \\" e" f\\ g \\\n h ''`)).toEqual(['a', 'b c', 'd " e', 'f g', 'h', ''])
  })
})

describe('an address', () => {
  it('has an answer in its fragment (OpenID Connect Core appendix A.3)', () => {
    const paste = recognise(CORE_A3.text)
    expect(summarize(paste)).toEqual(['address', 'id_token jws', 'access_token opaque'])
    expect('members' in paste && paste.members['state']).toBe('af0ifjsldkj')
  })

  it('or in its query, of any scheme', () => {
    expect(read('com.example.app:/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz')).toEqual(['address', 'code opaque'])
    expect(read(`http://localhost:4400/authorize?client_id=a&request=${JWT}`)).toEqual(['address', 'request jws'])
  })

  it('or is sent as a form', () => {
    expect(read(CORE_A4.text.split('#')[1] ?? '')).toEqual(['form', 'id_token jws', 'code opaque'])
  })

  it('without one is no token', () => {
    expect(read('https://example.com/?q=1')).toBe('unknown')
  })
})

describe('the rest', () => {
  it.each(['hello', 'two words', '{"a":1}', '{', 'a.b.c.d.e', '-----BEGIN PUBLIC KEY-----'])(
    '%j is not recognised',
    (text) => {
      expect(read(text)).toBe('unknown')
    },
  )

  it.each(['', ' \n ', '""'])('%j is nothing', (text) => {
    expect(read(text)).toBe('nothing')
  })

  it('never makes it throw', () => {
    const piece = fc.constantFrom(
      JWT,
      RFC7516_A3.text,
      RFC7515_A2.key,
      'Bearer ',
      '"',
      '{',
      '}',
      '.',
      '&',
      '=',
      '#',
      '?',
      '\n',
      'curl ',
      'a:',
      '%',
      '__proto__',
    )
    const pastes = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }).map((parts) => parts.join('')),
      fc.json(),
    )
    fc.assert(
      fc.property(pastes, (text) => typeof recognise(text).form === 'string'),
      { numRuns: 500 },
    )
  })

  it.each([
    ['of one letter', 'a'],
    ['of dots', '.'],
    ['of quotes', '"'],
    ['of words', 'a.b '],
    ['of header lines', 'a: b\n'],
    ['of a header that does not end', encodeText('{"alg":')],
    ['of brackets', '['],
    ['of base64url', 'eyJ.'],
  ])('takes a megabyte %s without a pause that one would notice', (_name, piece) => {
    const text = piece.repeat(Math.ceil(1_048_576 / piece.length))
    const started = performance.now()
    recognise(text)
    // Quadratic time would be minutes; the bound has room for a busy machine.
    expect(performance.now() - started).toBeLessThan(3000)
  })
})
