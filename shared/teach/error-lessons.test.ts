import { describe, expect, it } from 'vitest'
import { ERROR_LESSONS, explainAuthorizationError, type ErrorInput, type LessonClient } from './error-lessons.ts'
import type { ErrorLesson, RichText } from './lesson.ts'
import { plainText } from './rich-text.ts'

const SCREENS = 'http://localhost:4401'

const CALENDAR: LessonClient = {
  client_id: 'calendar-app',
  client_name: 'CalendarApp',
  application_type: 'web',
  redirect_uris: ['http://localhost:3000/silent', 'http://localhost:3000/callback'],
  post_logout_redirect_uris: ['http://localhost:3000/'],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'client_secret_basic',
}

function given(input: Partial<ErrorInput>): ErrorInput {
  return {
    error: 'invalid_request',
    endpoint: 'authorization',
    params: {},
    client: CALENDAR,
    knownClients: [CALENDAR, { client_id: 'my-todos', client_name: 'MyTodos.io' }],
    screens: SCREENS,
    ...input,
  }
}

function fixesOf(lesson: ErrorLesson): readonly string[] {
  return lesson.fixes.map(plainText)
}

/** With a capital, or with a name that is spelt as the protocol spells it. */
function beginsAsSentence([first]: RichText): boolean {
  return typeof first === 'string' ? /^[A-Z]/.test(first) : first !== undefined
}

function wrongAddress(redirect_uri: string, client: Partial<LessonClient> = {}): ErrorLesson {
  return explainAuthorizationError(
    given({ error: 'invalid_redirect_uri', params: { redirect_uri }, client: { ...CALENDAR, ...client } }),
  )
}

describe('an address that is not registered', () => {
  it('is shown beside the registered ones, the nearest first', () => {
    const lesson = wrongAddress('http://localhost:3000/callback/')
    expect(lesson.title).toBe('This address is not registered for CalendarApp')
    expect(lesson.comparison).toEqual({
      parameter: 'redirect_uri',
      sent: 'http://localhost:3000/callback/',
      registered: ['http://localhost:3000/callback', 'http://localhost:3000/silent'],
    })
  })

  it.each([
    ['http://localhost:3000/callback/', 'Take away the slash at the end.'],
    [
      'http://127.0.0.1:3000/callback',
      'Both mean this machine, but the comparison is of letters: use localhost, not 127.0.0.1.',
    ],
    [
      'http://[::1]:3000/callback',
      'Both mean this machine, but the comparison is of letters: use localhost, not [::1].',
    ],
    ['http://localhost:3001/callback', 'The port differs: sent is 3001, registered is 3000.'],
    ['http://localhost/callback', 'The port differs: sent is 80, registered is 3000.'],
    ['https://localhost:3000/callback', 'The application says https, registered is http.'],
    ['http://localhost:3000/Callback', 'Capital and small letters differ in the path, and they count.'],
    ['http://localhost:3000/back', 'The path differs: sent is /back, registered is /callback.'],
    [
      'http://localhost:3000/callback?a=1',
      'The part after the ? differs. Carry values of your own in state, not in the address.',
    ],
    [
      'http://localhost:3000/callback#a',
      'Take away the part from the # on: an address to be answered at must not have one.',
    ],
  ])('says of %s how it differs', (sent, sentence) => {
    expect(fixesOf(wrongAddress(sent))[0]).toBe(sentence)
  })

  it('says that the path is missing', () => {
    const fixes = fixesOf(wrongAddress('http://localhost:3000', { redirect_uris: ['http://localhost:3000/callback'] }))
    expect(fixes[0]).toBe('The path /callback is missing.')
  })

  it('says what to set and what else can be done', () => {
    expect(fixesOf(wrongAddress('http://localhost:3000/callback/')).slice(1)).toEqual([
      'Set redirect_uri to http://localhost:3000/callback where the application starts the sign-in, or',
      'add the address that was sent to CalendarApp.',
    ])
  })

  it('does not blame the port of a native application, which may have any', () => {
    const lesson = wrongAddress('http://127.0.0.1:51234/done/', {
      application_type: 'native',
      redirect_uris: ['http://127.0.0.1/done'],
    })
    expect(fixesOf(lesson)[0]).toBe('Take away the slash at the end.')
    expect(lesson.specs.map((spec) => spec.label)).toContain('RFC 8252 §7.3')
  })

  it('links to the screen where the address can be added', () => {
    expect(wrongAddress('http://localhost:3000/callback/').links).toEqual([
      {
        label: 'Add this address to CalendarApp',
        href: `${SCREENS}/applications/calendar-app?add-redirect-uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback%2F`,
      },
      { label: 'See the request in Traffic', href: `${SCREENS}/traffic` },
    ])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'callback', 'http://localhost:3000/#x', 'http://%'])(
    'is not offered for adding when it is %s',
    (sent) => {
      const lesson = wrongAddress(sent)
      expect(lesson.links[0]).toEqual({ label: 'Open CalendarApp', href: `${SCREENS}/applications/calendar-app` })
      expect(fixesOf(lesson).at(-1)).toBe(
        'add the right address to CalendarApp. The one that was sent cannot be registered.',
      )
    },
  )

  it('is cut when it is absurdly long', () => {
    const lesson = wrongAddress(`http://localhost:3000/${'a'.repeat(5000)}`)
    expect(lesson.comparison?.sent).toHaveLength(401)
  })

  it('can be explained whatever its letters are', () => {
    expect(wrongAddress('http://localhost/\ud800').links[0]?.href).toContain('%EF%BF%BD')
  })
})

describe('a request without redirect_uri', () => {
  const missing = { description: "missing required parameter 'redirect_uri'" }

  it('lists the addresses of which one has to be named', () => {
    const lesson = explainAuthorizationError(given(missing))
    expect(lesson.title).toBe('CalendarApp did not say where to answer')
    expect(lesson.comparison?.registered).toEqual(CALENDAR.redirect_uris)
  })

  it('is told apart from an application that has no address at all', () => {
    const client = { ...CALENDAR, client_name: 'Taxi Finder', redirect_uris: [], grant_types: ['client_credentials'] }
    const lesson = explainAuthorizationError(given({ ...missing, client }))
    expect(lesson.title).toBe('Taxi Finder has no address to be answered at')
    expect(fixesOf(lesson)[1]).toBe(
      'get the token without a browser, with a grant that the application has: client_credentials.',
    )
  })
})

describe('an unknown application', () => {
  const unknown = {
    error: 'invalid_client',
    description: 'client is invalid',
    reason: 'client not found',
    client: undefined,
  }

  it('is compared with the nearest known one', () => {
    const lesson = explainAuthorizationError(given({ ...unknown, params: { client_id: 'calender-app' } }))
    expect(lesson.comparison).toEqual({ parameter: 'client_id', sent: 'calender-app', registered: ['calendar-app'] })
    expect(fixesOf(lesson)[0]).toBe('If CalendarApp is meant, set client_id to calendar-app; letters, case and all, or')
  })

  it('is compared with nothing when none is near', () => {
    const lesson = explainAuthorizationError(given({ ...unknown, params: { client_id: 'zzzzzzzzzzzzzz' } }))
    expect(lesson.title).toBe('No application has this client_id')
    expect(lesson).not.toHaveProperty('comparison')
  })

  it('can be registered from what it sent', () => {
    const params = { client_id: 'shop', redirect_uri: 'http://localhost:5173/cb' }
    expect(explainAuthorizationError(given({ ...unknown, params })).links[0]).toEqual({
      label: 'Register shop',
      href: `${SCREENS}/applications/new?client_id=shop&redirect_uri=http%3A%2F%2Flocalhost%3A5173%2Fcb`,
    })
  })
})

/** What oidc-provider 9.13 says, word for word, and the lesson that it leads to. */
const SAID: readonly (readonly [lesson: string, error: string, description: string | undefined])[] = [
  [
    'redirect-uri-mismatch',
    'invalid_redirect_uri',
    "redirect_uri did not match any of the client's registered redirect_uris",
  ],
  ['client-id-missing', 'invalid_request', "missing required parameter 'client_id'"],
  ['client-metadata-document', 'invalid_client', 'client_id metadata document fetch failed'],
  ['client-metadata-invalid', 'invalid_redirect_uri', 'redirect_uris must contain members'],
  ['client-metadata-invalid', 'invalid_client_metadata', 'jwks and jwks_uri must not be used at the same time'],
  ['client-authentication', 'invalid_client', 'client authentication failed'],
  ['response-type-missing', 'invalid_request', "missing required parameter 'response_type'"],
  ['response-type-unsupported', 'unsupported_response_type', 'unsupported response_type requested'],
  ['response-type-not-allowed', 'invalid_request', 'requested response_type is not allowed for this client'],
  ['response-mode', 'unsupported_response_mode', 'unsupported response_mode requested'],
  ['response-mode', 'invalid_request', 'requested response_mode is not allowed for the requested response_type'],
  ['redirect-uri-missing', 'invalid_request', "missing required parameters 'redirect_uri' and 'nonce'"],
  ['nonce-missing', 'invalid_request', "missing required parameter 'nonce'"],
  ['parameter-missing', 'invalid_request', "missing required parameter 'state'"],
  ['pkce-required', 'invalid_request', 'Authorization Server policy requires PKCE to be used for this request'],
  ['pkce-method', 'invalid_request', 'not supported value of code_challenge_method'],
  ['pkce-method', 'invalid_request', 'code_challenge_method must be provided'],
  ['pkce-method', 'invalid_request', 'code_challenge must be provided with code_challenge_method'],
  ['pkce-format', 'invalid_request', 'code_challenge must be a string with a minimum length of 43 characters'],
  ['scope-invalid', 'invalid_scope', 'requested scope is not allowed'],
  ['openid-missing', 'invalid_request', 'openid scope must be requested when using the max_age parameter'],
  ['target-invalid', 'invalid_target', 'resource indicator is missing, or unknown'],
  ['authorization-details-invalid', 'invalid_authorization_details', 'unsupported authorization details type value'],
  ['authorization-details-invalid', 'invalid_request', 'authorization_details should be a JSON array'],
  ['parameter-twice', 'invalid_request', "'scope' and 'state' parameters must not be provided twice"],
  ['parameter-twice', 'invalid_request', "'id_token_hint' parameter must not be provided twice"],
  ['login-required', 'login_required', 'End-User authentication is required'],
  ['consent-required', 'consent_required', 'requested scopes not granted'],
  ['interaction-required', 'interaction_required', 'native clients require End-User interaction'],
  ['authentication-too-weak', 'unmet_authentication_requirements', 'none of the requested ACRs could be obtained'],
  ['access-denied', 'access_denied', 'End-User aborted interaction'],
  ['request-object-invalid', 'invalid_request_object', 'could not validate Request Object'],
  ['request-uri-invalid', 'invalid_request_uri', 'request_uri is invalid, expired, or was already used'],
  ['push-required', 'invalid_request', 'Pushed Authorization Request must be used'],
  ['request-form-unsupported', 'request_uri_not_supported', undefined],
  ['request-form-unsupported', 'invalid_request', 'request and request_uri parameters MUST NOT be used together'],
  ['prompt-invalid', 'invalid_request', 'prompt none must only be used alone'],
  ['claims-invalid', 'invalid_request', 'could not parse the claims parameter JSON'],
  ['claims-invalid', 'invalid_request', 'claims.userinfo should be an object'],
  [
    'body-unreadable',
    'invalid_request',
    'only application/x-www-form-urlencoded content-type bodies are supported on POST /authorize',
  ],
  ['interaction-lost', 'invalid_request', 'interaction session id cookie not found'],
  ['interaction-lost', 'invalid_request', 'interaction session not found'],
  ['interaction-lost', 'invalid_request', 'interaction session and authentication session mismatch'],
  ['interaction-lost', 'invalid_request', 'authorization request has expired'],
  ['interaction-lost', 'invalid_request', 'session principal changed'],
  ['form-forged', 'invalid_request', 'xsrf token invalid'],
  ['form-forged', 'invalid_request', 'could not find logout details'],
  ['post-logout-redirect-uri', 'invalid_request', 'post_logout_redirect_uri not registered'],
  ['id-token-hint', 'invalid_request', 'could not decode id_token_hint'],
  ['id-token-hint', 'invalid_request', 'client_id does not match the provided id_token_hint'],
  ['id-token-hint', 'invalid_client', 'unrecognized id_token_hint audience'],
  ['device-code-unknown', 'the code was not found', undefined],
  ['device-code-over', 'the code has expired', undefined],
  ['device-code-over', 'expired_token', undefined],
  ['device-polling', 'slow_down', undefined],
  ['grant-not-allowed', 'invalid_request', 'requested grant type is not allowed for this client'],
  [
    'grant-not-allowed',
    'invalid_request',
    'urn:ietf:params:oauth:grant-type:device_code is not allowed for this client',
  ],
  ['grant-not-allowed', 'unsupported_grant_type', 'unsupported grant_type requested'],
  ['server-error', 'server_error', 'oops! something went wrong'],
]

describe('the table of lessons', () => {
  it.each(SAID)('gives %s for %s, %s', (id, error, description) => {
    const input = given({ error, description })
    expect(ERROR_LESSONS.find((entry) => entry.matches(input))?.id).toBe(id)
  })

  it.each(SAID)('gives whole sentences in %s for %s, %s', (_id, error, description) => {
    for (const client of [CALENDAR, undefined]) {
      const lesson = explainAuthorizationError(given({ error, description, client }))
      expect(lesson.title).toMatch(/^[A-Z].*[^.]$/)
      for (const text of [lesson.summary, lesson.why]) {
        expect(beginsAsSentence(text)).toBe(true)
        expect(plainText(text)).toMatch(/\.$/)
      }
      for (const fix of fixesOf(lesson)) expect(fix).toMatch(/(\.|, or)$/)
      expect(fixesOf(lesson).at(-1)).toMatch(/\.$/)
      for (const spec of lesson.specs) expect(new URL(spec.href).protocol).toBe('https:')
      expect(lesson.links.length).toBeGreaterThan(0)
      for (const link of lesson.links) expect(new URL(link.href).origin).toBe(SCREENS)
    }
  })

  it('names every lesson once', () => {
    const ids = ERROR_LESSONS.map((entry) => entry.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has something said for every lesson above', () => {
    const told = new Set(['client-unknown', ...SAID.map(([id]) => id)])
    expect(ERROR_LESSONS.map((entry) => entry.id).filter((id) => !told.has(id))).toEqual([])
  })
})

describe('an error that no lesson is about', () => {
  it('still says what the issuer said and where to look', () => {
    const lesson = explainAuthorizationError(given({ error: 'weird_error', description: 'odd', reason: 'odder' }))
    expect(lesson).toMatchObject({
      code: 'weird_error',
      title: 'The request from CalendarApp was refused',
      description: 'odd',
      reason: 'odder',
      links: [{ href: `${SCREENS}/traffic` }, { href: `${SCREENS}/applications/calendar-app` }],
    })
  })
})

describe('an error that would go back to the application', () => {
  const pkce = given({ description: 'Authorization Server policy requires PKCE to be used for this request' })

  it('says that there is no address to send it to', () => {
    expect(plainText(explainAuthorizationError(pkce).why)).toMatch(/has no redirect_uri to send the answer to\.$/)
  })

  it('says nothing of the kind when there is one', () => {
    const params = { redirect_uri: 'http://localhost:3000/callback' }
    expect(plainText(explainAuthorizationError({ ...pkce, params }).why)).not.toMatch(/redirect_uri/)
  })
})

describe('PKCE with the wrong parameters', () => {
  it.each([
    [{ code_challenge: 'c', code_challenge_method: 'plain' }, 'PKCE with plain is refused'],
    [{ code_challenge: 'c' }, 'PKCE with plain is refused'],
    [{ code_challenge: 'c', code_challenge_method: 's256' }, 'The PKCE parameters do not fit together'],
    [{ code_challenge_method: 'S256' }, 'The PKCE parameters do not fit together'],
  ])('is told apart for %j', (params, title) => {
    const description = 'not supported value of code_challenge_method'
    expect(explainAuthorizationError(given({ description, params: { ...params } })).title).toBe(title)
  })
})

describe('a response type that is not registered', () => {
  it('stands beside the registered ones and the grants', () => {
    const params = { response_type: 'token', redirect_uri: 'http://localhost:3000/callback' }
    const description = 'requested response_type is not allowed for this client'
    const lesson = explainAuthorizationError(given({ description, params }))
    expect(lesson.title).toBe('CalendarApp is not registered for this response type')
    expect(lesson.comparison).toEqual({ parameter: 'response_type', sent: 'token', registered: ['code'] })
    expect(fixesOf(lesson)[1]).toMatch(/^add token to the application\..*it has authorization_code, refresh_token\.$/)
  })
})

describe('secrets', () => {
  it('never come into a lesson, whatever the error', () => {
    const secrets = {
      client_secret: 'hush-secret',
      password: 'hush-password',
      client_assertion: 'hush-assertion',
      assertion: 'hush-grant',
      id_token_hint: 'hush-hint',
      request: 'hush-request',
      code: 'hush-code',
      code_verifier: 'hush-verifier',
      refresh_token: 'hush-refresh',
      subject_token: 'hush-subject',
      login_hint_token: 'hush-login',
    }
    const reason = `could not use ${Object.values(secrets).join(' ')}`
    for (const [, error, description = ''] of SAID) {
      const input = given({ error, description: `${description}`, reason, params: { ...secrets, client_id: 'x' } })
      expect(JSON.stringify(explainAuthorizationError(input))).not.toContain('hush')
    }
  })
})
