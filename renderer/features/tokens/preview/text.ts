import type { ClaimSource, Preview, PreviewScope } from '#shared/contract/calls/tokens.ts'

export const TEXT = {
  hint: 'Worked out by the issuer’s own code. Nothing is given: no token, no grant, no traffic.',
  choice: {
    title: 'Who asks for what',
    user: 'User',
    client: 'Application',
    how: 'How it asks',
    api: 'API',
    anyApi: 'none named',
    noUser: 'No user takes part: the application asks for itself.',
    openidScopes: 'Of the user',
    apiScopes: (name: string) => `Of ${name}`,
    notAllowed: 'not registered for this application',
    none: 'This application cannot ask for tokens that could be told beforehand.',
    noClients: {
      title: 'No application is registered',
      text: 'Add one, or load a scenario, and see what it would get.',
      action: 'Applications',
    },
    walk: 'Walk it',
  },
  how: {
    authorization_code: 'Authorization code',
    implicit: 'Implicit',
    client_credentials: 'Client credentials',
    password: 'Password',
    'urn:ietf:params:oauth:grant-type:device_code': 'Device',
    'urn:openid:params:grant-type:ciba': 'Another device (CIBA)',
  } as Readonly<Record<string, string>>,
  responseType: (type: string) =>
    type === 'code' ? 'Authorization code' : `${type.includes('code') ? 'Hybrid' : 'Implicit'}: ${type}`,
  loading: 'Working out what would be given',
  failed: 'What would be given could not be worked out',
  idToken: 'ID token',
  accessToken: 'Access token',
  userInfo: 'UserInfo answer',
  formats: { jwt: 'JWT', opaque: 'opaque; what introspection says of it', json: 'JSON' },
  header: 'Header',
  claims: 'Claims',
  varies: 'another one each time',
  withheld: 'Not in it, although the user has it',
  withheldBy: (scope: string) => `would come with ${scope}`,
  noIdToken: 'No ID token: the scope openid was not granted, or no user takes part.',
  noIdTokenHere: 'No ID token comes with this response type.',
  noAccessToken: 'No access token comes with this response type.',
  noUserInfo: 'UserInfo gives nothing for this: it takes a token with the scope openid.',
  encrypted: 'Encrypted for the application: nobody else can read it.',
  refresh: {
    true: 'A refresh token comes with it.',
    false: 'No refresh token comes with it.',
  },
  scopes: {
    title: 'What becomes of each scope',
    none: 'No scope is asked for.',
    outcome: { granted: 'granted', dropped: 'dropped', refused: 'refused' } satisfies Record<
      PreviewScope['outcome'],
      string
    >,
    why: {
      granted: '',
      not_allowed: 'The application is not registered for it.',
      not_of_api: 'The API that is asked for does not have it.',
      unknown: 'Neither OpenID Connect nor any API here knows it.',
      no_refresh: 'The application may not use refresh tokens.',
      no_user: 'It is about a user, and none takes part.',
      not_answered: 'The issuer leaves it out for this grant.',
      refused: 'The request is refused whole.',
    } satisfies Record<PreviewScope['why'], string>,
    releases: (claims: readonly string[]) => `releases ${claims.join(', ')}`,
  },
  refused: (endpoint: string) => `Refused at ${endpoint}`,
} as const

export interface SourceWords {
  readonly text: string
  /** Where it is set. */
  readonly link?: { readonly to: 'user' | 'client' | 'api' | 'settings'; readonly entity: string }
}

/** Which setting a member comes from, in words. */
export function describeSource({ from, entity = '', setting = '' }: ClaimSource): SourceWords {
  switch (from) {
    case 'issuer':
      return { text: 'the issuer’s address', link: { to: 'settings', entity: 'issuer' } }
    case 'user':
      return { text: 'the user name', link: { to: 'user', entity } }
    case 'user_claim':
      return { text: `a claim of the user, released by the scope ${setting}`, link: { to: 'user', entity } }
    case 'client':
      return { text: 'the application’s client_id', link: { to: 'client', entity } }
    case 'client_setting':
      return { text: `${setting} of the application`, link: { to: 'client', entity } }
    case 'api':
      return { text: `${setting} of the API`, link: { to: 'api', entity } }
    case 'api_lifetime':
      return { text: 'the token lifetime of the API', link: { to: 'api', entity } }
    case 'settings_lifetime':
      return { text: 'the issuer’s lifetimes', link: { to: 'settings', entity: 'issuer' } }
    case 'key':
      return { text: 'the key that signs now', link: { to: 'settings', entity: 'issuer' } }
    case 'request':
      return { text: `the parameter ${setting} of the request` }
    case 'granted_scope':
      return { text: 'the scopes that were granted' }
    case 'sign_in':
      return { text: 'how and when the user signed in' }
    case 'session':
      return {
        text: 'the session; for applications with a back-channel logout address',
        link: { to: 'client', entity },
      }
    case 'clock':
      return { text: 'the time at which it is made' }
    case 'random':
      return { text: 'chance' }
    case 'grant':
      return { text: 'chance, and the grant that it hangs on' }
    case 'hash':
      return { text: `a hash of the ${setting} beside it` }
    case 'protocol':
      return { text: 'the specification' }
  }
}

export type Refused = NonNullable<Preview['refused']>
