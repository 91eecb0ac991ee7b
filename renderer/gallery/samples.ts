/** What a stranger may have named something: long, without a place to break, and with markup that must stay text. */
export const HOSTILE = `<img src="x" onerror="alert(1)">${'a-name-without-a-break'.repeat(6)}`

export const TOKEN_ANSWER = {
  access_token:
    'eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6IjdLeDJxIn0.eyJpc3MiOiJodHRwOi8vbG9jYWxob3N0OjQ0MDAifQ.MEUCIQDx0pFq',
  token_type: 'Bearer',
  expires_in: 3600,
  scope: 'openid read:tasks create:tasks',
  active: true,
  refresh_token: null,
  authorization_details: [
    { type: 'payment', amount: { value: 12.5, currency: 'EUR' } },
    { type: 'account', actions: [] },
  ],
  claims: {},
}

export const HEADERS = [
  ['host', 'localhost:4400'],
  ['content-type', 'application/x-www-form-urlencoded'],
  ['authorization', 'Basic Y2hlY2tvdXQtd2ViOnNlY3JldA=='],
  ['x-a-very-long-name-of-a-header-that-somebody-made-up', 'a,'.repeat(60)],
] as const

export const FORM =
  'grant_type=refresh_token&refresh_token=Xk2QmR0tB9Lw4vZ8pC6sJ1nH3dF5gK7yUq9&client_id=checkout-web&scope=openid%20read%3Atasks'

export const CURL = `curl -X POST http://localhost:4400/token \\
  -u "checkout-web:$CLIENT_SECRET" \\
  -d 'grant_type=client_credentials' \\
  --data-urlencode 'scope=read:tasks' | jq .  # the answer, indented`

export interface SampleRow {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly status: number
}

const PATHS = ['/authorize', '/token', '/jwks', '/userinfo', '/apis/organizer/contacts']
const STATUSES = [303, 200, 200, 400, 401]

export function sampleRow(number: number): SampleRow {
  const at = ((number % PATHS.length) + PATHS.length) % PATHS.length
  return {
    id: `row-${number}`,
    method: at === 1 ? 'POST' : 'GET',
    path: `${PATHS[at] ?? ''}?number=${number}`,
    status: STATUSES[at] ?? 200,
  }
}
