import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ValetKeyError } from '#shared/errors.ts'
import { parseConfig, parseConfigValue } from '../../electron/core/seed/parse-config.ts'
import { CONTRACT_EXAMPLE, KNOWN, refusal } from './known.ts'

describe('a good config', () => {
  test('the documented example is taken as it stands', () => {
    const config = parseConfigValue(CONTRACT_EXAMPLE, 'file', KNOWN)
    expect(config).toMatchObject({
      ...CONTRACT_EXAMPLE,
      apis: [{ ...CONTRACT_EXAMPLE.apis[0], authorizationDetailsTypes: [] }],
    })
  })

  test('an empty one is fine, and says nothing about scenarios', () => {
    expect(parseConfig('{}', 'file', KNOWN)).toEqual({
      scenarios: undefined,
      users: [],
      apis: [],
      clients: [],
      lifetimes: {},
      policies: {},
      features: {},
      metadataDocuments: {},
      retention: {},
    })
  })

  test('what is left out has its default', () => {
    const config = parseConfigValue(
      {
        users: [{ username: 'dora' }],
        apis: [{ identifier: 'urn:things' }],
        lifetimes: { accessToken: 5 },
        $schema: './x.json',
      },
      'file',
      KNOWN,
    )
    expect(config.users).toEqual([{ username: 'dora', password: 'dora', claims: {} }])
    expect(config.apis).toEqual([
      {
        identifier: 'urn:things',
        name: 'urn:things',
        tokenFormat: 'jwt',
        signingAlg: 'RS256',
        tokenLifetime: 5,
        scopes: [],
        authorizationDetailsTypes: [],
      },
    ])
  })

  test('an object may hold undefined where a file would leave the member out', () => {
    const users = [{ username: 'dora', password: undefined }]
    expect(parseConfigValue({ users, clients: undefined }, 'config', KNOWN).users[0]?.password).toBe('dora')
  })

  test('a client may refer to an API that only the store knows', () => {
    const apis = [
      { identifier: 'urn:stored', scopes: [{ name: 'stored:read' }], authorizationDetailsTypes: ['stored'] },
    ]
    const client = {
      client_id: 'a',
      redirect_uris: ['http://localhost/'],
      scope: 'stored:read',
      authorization_details_types: ['stored'],
      valetkey: { defaultApi: 'urn:stored' },
    }
    expect(parseConfigValue({ scenarios: [], clients: [client] }, 'file', { ...KNOWN, apis }).clients).toHaveLength(1)
  })
})

const CLIENT = { client_id: 'a', redirect_uris: ['http://localhost:3000/cb'] }

describe('a bad config', () => {
  test.each<[string, unknown, string]>([
    ['an array', [], 'found an array, expected an object'],
    ['null', null, 'found null, expected an object'],
    ['an unknown key', { client: [] }, 'client: found an unknown key, did you mean "clients"?'],
    [
      'an unknown key like no other',
      { banana: 1 },
      'banana: found an unknown key, expected "$schema", "scenarios", "users", "apis", "clients", "lifetimes", "policies", "features", "metadataDocuments" or "retention"',
    ],
    [
      'a misspelt member',
      { clients: [{ ...CLIENT, redirect_uri: ['x'] }] },
      'clients[0].redirect_uri: found an unknown key, did you mean "redirect_uris"?',
    ],
    [
      'a member nobody knows',
      { clients: [{ ...CLIENT, banana: 1 }] },
      'clients[0].banana: found an unknown key, expected a name that resources/config.schema.json lists',
    ],
    [
      'a setting in the wrong spelling',
      { clients: [{ ...CLIENT, valetkey: { skip_consent: true } }] },
      'clients[0].valetkey.skip_consent: found an unknown key, did you mean "skipConsent"?',
    ],
    ['no id', { clients: [{ redirect_uris: [] }] }, 'clients[0].client_id: found nothing, expected a text'],
    [
      'a text for a list',
      { clients: [{ ...CLIENT, redirect_uris: 'x' }] },
      'clients[0].redirect_uris: found a text, expected an array',
    ],
    [
      'a grant by its short name',
      { clients: [{ ...CLIENT, grant_types: ['device_code'] }] },
      'clients[0].grant_types[0]: found "device_code", did you mean "urn:ietf:params:oauth:grant-type:device_code"?',
    ],
    [
      'an address without a scheme',
      { clients: [{ client_id: 'a', redirect_uris: ['http://localhost/', 'localhost:3000'] }] },
      'clients[0].redirect_uris[1]: found "localhost:3000" (no scheme), expected an absolute address such as http://localhost:3000/callback',
    ],
    [
      'an unknown default API',
      { clients: [{ ...CLIENT, valetkey: { defaultApi: 'https://organiser.test/api' } }] },
      'clients[0].valetkey.defaultApi: found the unknown "https://organiser.test/api", did you mean "https://organizer.test/api"?',
    ],
    [
      'an API of a scenario that is not loaded',
      { scenarios: [], clients: [{ ...CLIENT, valetkey: { defaultApi: 'https://organizer.test/api' } }] },
      'clients[0].valetkey.defaultApi: found the unknown "https://organizer.test/api", expected the identifier of an API in this file, in a scenario that is loaded or in the data directory',
    ],
    [
      'an unknown scope',
      { clients: [{ ...CLIENT, scope: 'openid read:contact' }] },
      'clients[0].scope: found the unknown "read:contact", did you mean "read:contacts"?',
    ],
    [
      'an unknown scenario',
      { scenarios: ['organiser'] },
      'scenarios[0]: found the unknown scenario "organiser", did you mean "organizer"?',
    ],
    [
      'a scenario named like a member of every object',
      { scenarios: ['__proto__'] },
      'scenarios[0]: found the unknown scenario "__proto__", expected one of "organizer", "world-mappers", "living-room-tv", "print-shop", "legacy-desk", "agents"',
    ],
    [
      'a client twice',
      { clients: [CLIENT, CLIENT] },
      'clients[1].client_id: found "a" again, after clients[0], expected each client_id once',
    ],
    [
      'a user twice',
      { users: [{ username: 'a' }, { username: 'b' }, { username: 'a' }] },
      'users[2].username: found "a" again, after users[0], expected each username once',
    ],
    [
      'an API twice',
      { apis: [{ identifier: 'urn:a' }, { identifier: 'urn:a' }] },
      'apis[1].identifier: found "urn:a" again, after apis[0], expected each identifier once',
    ],
    [
      'a scope twice in an API',
      { apis: [{ identifier: 'urn:a', scopes: [{ name: 'x' }, { name: 'x' }] }] },
      'apis[0].scopes[1].name: found "x" again, after apis[0].scopes[0], expected each name once',
    ],
    [
      'a scope of OpenID Connect in an API',
      { apis: [{ identifier: 'urn:a', scopes: [{ name: 'openid' }] }] },
      'apis[0].scopes[0].name: found "openid", expected another name: this one belongs to OpenID Connect',
    ],
    [
      'an API without a scheme',
      { apis: [{ identifier: 'my-api' }] },
      'apis[0].identifier: found "my-api", expected an absolute URI without fragment such as https://organizer.test/api (RFC 8707 section 2)',
    ],
    [
      'another case',
      { apis: [{ identifier: 'urn:a', tokenFormat: 'JWT' }] },
      'apis[0].tokenFormat: found "JWT", did you mean "jwt"?',
    ],
    ['a text for a number', { lifetimes: { idToken: '60' } }, 'lifetimes.idToken: found "60", expected a number'],
    ['half a second', { lifetimes: { idToken: 0.5 } }, 'lifetimes.idToken: found 0.5, expected a whole number'],
    ['no time at all', { lifetimes: { idToken: 0 } }, 'lifetimes.idToken: found 0, expected at least 1'],
    [
      'more time than there is',
      { lifetimes: { idToken: 1e9 } },
      'lifetimes.idToken: found 1000000000, expected at most 315360000',
    ],
    [
      'a sub of its own',
      { users: [{ username: 'a', claims: { sub: 'b' } }] },
      'users[0].claims.sub: found a sub claim, expected none, since the username is the sub',
    ],
    [
      'a user name with a space behind',
      { users: [{ username: 'a ' }] },
      'users[0].username: found "a ", expected printable ASCII without a space at either end, since it is also the sub claim',
    ],
    [
      'an empty password',
      { users: [{ username: 'a', password: '' }] },
      'users[0].password: found an empty text, expected a text that is not empty',
    ],
    [
      'a metadata document by http',
      { metadataDocuments: { 'http://client.example/x': 'http://127.0.0.1/' } },
      'metadataDocuments["http://client.example/x"]: found "http://client.example/x", expected the https address, with a path, that the client uses as its client_id',
    ],
    [
      'a metadata document nowhere',
      { metadataDocuments: { 'https://client.example/x': './x.json' } },
      'metadataDocuments["https://client.example/x"]: found "./x.json", expected an absolute http or https address such as https://example.test/about',
    ],
  ])('with %s is refused with the place and the way out', (_, value, message) => {
    expect(refusal(value)).toEqual([message])
  })

  test('every finding is listed, also those of entities after a bad one', () => {
    const value = {
      users: [{ username: '' }, { username: 'a', claims: { sub: 'x' } }],
      clients: [{ client_id: 'a', redirect_uris: ['/cb'] }, { client_id: 5 }],
    }
    expect(refusal(value).map((line) => line.split(':')[0])).toEqual([
      'users[0].username',
      'clients[1].client_id',
      'users[1].claims.sub',
      'clients[0].redirect_uris[0]',
    ])
  })

  test('beyond twenty findings, the rest is counted', () => {
    const lines = refusal({ users: Array.from({ length: 30 }, (_, index) => ({ username: `u${index}`, pass: 'x' })) })
    expect(lines).toHaveLength(21)
    expect(lines.at(-1)).toBe('and 10 more')
  })

  test('JSON that is none is refused with line and column', () => {
    expect(() => parseConfig('{\n  "clients": [,]\n}', 'valetkey.config.json', KNOWN)).toThrow(
      'valetkey.config.json: line 2, column 15: found ",", expected a JSON value',
    )
  })

  test('an object that JSON cannot say is refused', () => {
    const circle: Record<string, unknown> = {}
    circle['users'] = circle
    for (const value of [circle, { lifetimes: { idToken: 5n } }, undefined, () => 5]) {
      expect(refusal(value)).toEqual(['found what JSON cannot say, expected an object as in a config file'])
    }
  })

  test('no secret and no password is repeated', () => {
    const secret = 'hunter2'
    const values = [
      {
        users: [
          secret,
          [secret],
          { username: 'a', password: [secret] },
          { username: 'a', secondFactor: { totpSecret: secret } },
        ],
      },
      {
        clients: [
          { client_id: 'a', client_secret: `ü${secret}` },
          { client_id: 'b', client_secret: { value: secret } },
        ],
      },
      { clients: [{ client_id: 'a', jwks: { keys: [{ kty: '', kid: [secret] }, secret], more: secret } }] },
      { clients: [{ client_id: 'a', redirect_uris: [`http://me:${secret}@intranet/#x`] }] },
      { clients: secret, users: secret, lifetimes: secret, metadataDocuments: secret },
    ]
    for (const value of values) {
      expect(refusal(value)).not.toEqual([])
      expect(refusal(value).join()).not.toContain(secret)
    }
  })
})

describe('whatever it is given', () => {
  const outcome = (parse: () => unknown) => {
    try {
      return typeof parse()
    } catch (error) {
      return error instanceof ValetKeyError ? error.code : error
    }
  }
  const EITHER = /^(?:object|config_invalid)$/

  test('any text gives a config or a refusal', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(outcome(() => parseConfig(text, 'f', KNOWN))).toMatch(EITHER)
      }),
    )
  })

  test('any value under the names of a config gives a config or a refusal', () => {
    const names = fc.constantFrom(
      ...Object.keys(CONTRACT_EXAMPLE),
      ...Object.keys(CONTRACT_EXAMPLE.clients[0] ?? {}),
      '__proto__',
      'jwks',
    )
    const leaf = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('implicit', 'token', 'native', '//', 'http://', 'none'),
    )
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(names, tie('value')),
      ),
    }))
    fc.assert(
      fc.property(value, (any) => {
        expect(outcome(() => parseConfigValue(any, 'f', KNOWN))).toMatch(EITHER)
      }),
      { numRuns: 1000 },
    )
  })

  test('any replacement of one value in the documented example gives a config or a refusal', () => {
    const text = JSON.stringify(CONTRACT_EXAMPLE)
    const scalars = [...text.matchAll(/"[^"]*"(?!:)|\d+|true|false/g)]
    fc.assert(
      fc.property(fc.constantFrom(...scalars), fc.jsonValue({ maxDepth: 1 }), (match, replacement) => {
        const end = match.index + match[0].length
        const changed = `${text.slice(0, match.index)}${JSON.stringify(replacement)}${text.slice(end)}`
        expect(outcome(() => parseConfig(changed, 'f', KNOWN))).toMatch(EITHER)
      }),
      { numRuns: 1000 },
    )
  })
})
