import { describe, expect, it } from 'vitest'

import type { Exchange, RecordedBody } from '#shared/model/exchange.ts'

import { buildHar } from './build-har.ts'
import { harFile } from './har-file.ts'
import type { ImportedExchange } from './imported-exchange.ts'
import { readHar } from './read-har.ts'

function body(text: string, rest: Partial<RecordedBody> = {}): RecordedBody {
  return { text, encoding: 'utf8', size: new TextEncoder().encode(text).length, truncated: false, ...rest }
}

function exchange(rest: Partial<Exchange> = {}): Exchange {
  const url = 'http://localhost:4400/token?x=1#f'
  return {
    id: 7,
    signIn: 'aa',
    direction: 'in',
    startedAt: Date.parse('2026-11-20T09:41:07.120Z'),
    duration: 5.25,
    endpoint: 'token',
    grantType: 'refresh_token',
    client_id: 'calendar-app',
    user: 'alice',
    method: 'POST',
    url,
    status: 400,
    error: { code: 'invalid_grant', description: 'grant request is invalid', reason: 'used before' },
    note: 'Here, “it” went wrong.',
    pinned: true,
    request: {
      method: 'POST',
      url,
      httpVersion: '1.1',
      headers: [
        ['Authorization', 'Basic Y2FsZW5kYXI6c2VjcmV0'],
        ['content-type', 'application/x-www-form-urlencoded'],
        ['cookie', 'a=1; b=2'],
        ['X-Twice', '1'],
        ['x-twice', '2'],
      ],
      body: body('grant_type=refresh_token&refresh_token=abc'),
    },
    response: {
      status: 400,
      statusText: 'Bad Request',
      headers: [
        ['content-type', 'application/json'],
        ['set-cookie', 's=1; HttpOnly'],
      ],
      body: body('{"error":"invalid_grant","id_token":"eyJhbGciOi.eyJzdWIi.c2ln"}'),
    },
    remote: { address: '127.0.0.1', port: 50_123 },
    ...rest,
  }
}

/** As the store gives it back: numbers and marks are its own, the rest is the file's. */
function store(imported: readonly ImportedExchange[]): Exchange[] {
  return imported.map(({ ours, request, response, note, startedAt, duration, remote }, index) => {
    if (ours === undefined) throw new Error('it is no export of ours')
    const { signIn, isResent, ...facts } = ours
    const stored = {
      ...facts,
      id: index + 100,
      startedAt,
      duration,
      remote,
      note,
      request,
      response,
      method: request.method,
      url: request.url,
      status: response === 'aborted' ? undefined : response.status,
      mark: { kind: 'imported', from: 'a.har', isResent },
      signIn: signIn && `other-${signIn}`,
    }
    return JSON.parse(JSON.stringify(stored)) as Exchange
  })
}

const RARE: readonly (readonly [what: string, rest: Partial<Exchange>])[] = [
  ['what is usual', {}],
  ['what belongs to no sign-in and to nobody', { signIn: undefined, client_id: undefined, user: undefined }],
  ['what was never answered', { response: 'aborted', status: undefined, duration: undefined }],
  ['what was answered and not finished', { duration: undefined }],
  ['what was sent again', { mark: { kind: 'resent', from: '3' } }],
  [
    'what is no HTTP at all',
    { url: '', method: '', request: { ...exchange().request, url: '', method: '', httpVersion: '' } },
  ],
  ['bytes', { request: { ...exchange().request, body: body('/+8=', { encoding: 'base64', size: 2 }) } }],
  ['what was cut off', { request: { ...exchange().request, body: body('abc', { size: 400_000, truncated: true }) } }],
  [
    'what was handed over',
    {
      handover: {
        url: 'http://localhost:3000/callback',
        via: 'fragment',
        parameters: { code: 'abc', state: 's' },
      },
    },
  ],
  ['what went out', { direction: 'out', endpoint: 'outgoing_jwks', remote: undefined }],
]

describe('an export that is imported and exported again is the same to the last character', () => {
  for (const secrets of [true, false]) {
    it.each(RARE)(`${secrets ? 'with secrets' : 'masked'}: %s`, (_what, rest) => {
      const first = buildHar([exchange(rest), exchange({ signIn: 'bb' })], { secrets })
      const imported = readHar(harFile.parse(JSON.parse(JSON.stringify(first))))
      expect(JSON.stringify(buildHar(store(imported), { secrets }))).toBe(JSON.stringify(first))
    })
  }

  it('gives away no secret where none is asked for', () => {
    const text = JSON.stringify(buildHar([exchange(RARE[8]?.[1])]))
    expect(['Y2FsZW5kYXI6c2VjcmV0', 'eyJzdWIi', '"abc"'].filter((secret) => text.includes(secret))).toEqual([])
  })
})

describe('a HAR of somebody else', () => {
  const entry = {
    startedDateTime: '2026-11-20T10:41:07.120+01:00',
    time: 12.5,
    comment: 'from the browser',
    request: {
      method: 'POST',
      url: 'https://id.example/oauth2/token',
      httpVersion: 'h2',
      headers: [
        { name: ':authority', value: 'id.example' },
        { name: ':method', value: 'POST' },
        { name: 'content-type', value: 'application/x-www-form-urlencoded' },
      ],
      postData: { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'grant_type', value: 'a b' }] },
    },
    response: {
      status: 200,
      headers: [{ name: 'set-cookie', value: 'a=1\nb=2' }],
      content: { size: 11, mimeType: 'application/json', text: btoa('{"a":"b"}'), encoding: 'base64' },
    },
  }
  const read = (...entries: readonly object[]) => readHar(harFile.parse({ log: { entries } }))

  it('is read as what went over the wire', () => {
    expect(read(entry)).toMatchObject([
      {
        startedAt: Date.parse('2026-11-20T09:41:07.120Z'),
        duration: 12.5,
        note: 'from the browser',
        request: {
          httpVersion: '2',
          headers: [
            ['host', 'id.example'],
            ['content-type', 'application/x-www-form-urlencoded'],
          ],
          body: { text: 'grant_type=a+b' },
        },
        response: {
          statusText: '',
          headers: [
            ['set-cookie', 'a=1'],
            ['set-cookie', 'b=2'],
          ],
          body: { text: '{"a":"b"}', encoding: 'utf8' },
        },
      },
    ])
    expect(read(entry)[0]?.ours).toBeUndefined()
  })

  it('leaves out what is no HTTP, and says what never was answered', () => {
    const request = { ...entry.request, url: 'data:text/plain,abc' }
    const blocked = { ...entry, time: -1, response: { status: 0, headers: [] } }
    expect(read({ ...entry, request }, blocked)).toMatchObject([{ response: 'aborted' }])
    expect(read(blocked)[0]?.duration).toBeUndefined()
  })

  it('keeps no more of a body than is recorded, and says when it has none of it', () => {
    const long = { ...entry.response, content: { mimeType: 'text/plain', text: 'a'.repeat(400_000) } }
    const none = { ...entry.response, content: { size: 9, mimeType: 'text/plain' } }
    const bodies = read({ ...entry, response: long }, { ...entry, response: none }).map(({ response }) =>
      response === 'aborted' ? undefined : response.body,
    )
    expect(bodies).toMatchObject([
      { size: 400_000, truncated: true },
      { text: '', size: 9, truncated: true },
    ])
    expect(bodies[0]?.text).toHaveLength(256 * 1024)
  })
})
