import type { Feature } from '#shared/model/features.ts'
import type { Lifetimes } from '#shared/model/settings.ts'

interface Words {
  readonly label: string
  readonly text: string
}

const LIFETIMES: Readonly<Record<keyof Lifetimes, Words & { readonly term: string }>> = {
  accessToken: {
    label: 'Access tokens',
    text: 'Of tokens for UserInfo, and of APIs that are added from now on; each API has a lifetime of its own.',
    term: 'expires_in',
  },
  idToken: { label: 'ID tokens', text: 'How long an application may take one for a sign-in.', term: 'exp' },
  refreshToken: {
    label: 'Refresh tokens',
    text: 'Each new one begins anew where they are rotated.',
    term: 'refresh_token',
  },
  authorizationCode: {
    label: 'Authorization codes',
    text: 'Between the redirect and the application that redeems it: seconds, not minutes.',
    term: 'code',
  },
  deviceCode: {
    label: 'Device codes',
    text: 'How long somebody has to type the user code.',
    term: 'device_code',
  },
  session: {
    label: 'Sign-ins',
    text: 'Until the password is asked for again, since the browser was last seen here.',
    term: 'max_age',
  },
}

const FEATURES: Readonly<Record<Feature, Words>> = {
  implicit: { label: 'Implicit', text: 'Tokens in the answer of the authorization endpoint.' },
  hybrid: { label: 'Hybrid', text: 'A code and tokens at once.' },
  clientCredentials: { label: 'Client credentials', text: 'Tokens for a machine, without a user.' },
  deviceFlow: { label: 'Device authorization', text: 'Signing in on another screen, with a code.' },
  ciba: { label: 'CIBA', text: 'Approval on another device, begun by the application.' },
  passwordGrant: { label: 'Password', text: 'The application has the password in its own form.' },
  tokenExchange: { label: 'Token exchange', text: 'One token for another.' },
  jwtBearer: { label: 'JWT bearer', text: 'A signed assertion for a token.' },
  pushedAuthorizationRequests: { label: 'Pushed requests (PAR)', text: 'The request goes ahead by the back channel.' },
  requestObjects: { label: 'Signed requests (JAR)', text: 'The request as a JWT of the application.' },
  jwtResponseModes: { label: 'Signed responses (JARM)', text: 'The answer as a JWT of the issuer.' },
  richAuthorizationRequests: { label: 'Rich requests (RAR)', text: 'What is asked for in detail, beyond scopes.' },
  claimsParameter: { label: 'Claims parameter', text: 'Single claims by name.' },
  dPoP: { label: 'DPoP', text: 'Tokens that are bound to a key of the application.' },
  userinfo: { label: 'UserInfo', text: 'The endpoint that tells who signed in.' },
  introspection: {
    label: 'Introspection',
    text: 'The demo APIs ask there about opaque tokens, and refuse them without.',
  },
  revocation: { label: 'Revocation', text: 'An application gives a token back.' },
  registration: { label: 'Dynamic registration', text: 'Applications register themselves.' },
  clientIdMetadataDocument: {
    label: 'Metadata documents',
    text: 'An application is named by the address of its metadata.',
  },
  rpInitiatedLogout: { label: 'Logout by applications', text: 'An application sends the user to be signed out.' },
  backchannelLogout: { label: 'Back-channel logout', text: 'Applications are told that a user has signed out.' },
}

export const TEXT = {
  label: 'Settings',
  loading: 'Loading the settings',
  failed: 'The settings could not be read',
  lifetimes: {
    title: 'Lifetimes',
    text: 'They count from the next token on; what was given keeps the end that it has. From a second to ten years.',
    seconds: 'seconds',
    presets: (label: string) => `Common lifetimes: ${label}`,
    of: LIFETIMES,
  },
  policies: {
    title: 'Policies',
    pkce: {
      label: 'PKCE is demanded of',
      text: 'A proof that who redeems a code is who asked for it. An application’s own setting goes first.',
      options: {
        nobody: 'Nobody: it is checked where it is sent',
        public: 'Public applications',
        everyone: 'Every application, as OAuth 2.1 has it',
      },
    },
    consent: {
      label: 'Consent',
      text: 'Whether the user is asked what an application may do.',
      options: {
        remembered: 'Asked for once, and remembered',
        always: 'Asked for at every sign-in',
        never: 'Not asked for: every application is taken for your own',
      },
    },
    refreshRotation: {
      label: 'Refresh tokens are replaced',
      text: 'Where they are, one that comes twice was stolen, and all that hangs on it ends.',
      options: {
        never: 'Never: one is good until it expires',
        public: 'For public applications, each time that one is used',
        always: 'For every application, each time that one is used',
      },
    },
    secondFactor: {
      label: 'A second factor is asked of',
      text: 'An application can ask for it in any case.',
      options: {
        nobody: 'Nobody, unless the application asks for it',
        enrolled: 'Users who have one',
        everyone: 'Everyone: users without one are refused',
      },
    },
    permissive: {
      label: 'Let unknown applications in',
      text: 'One that is not known is registered on sight with what it sends, and marked so. It is on, too, when the program was started with --permissive.',
    },
  },
  features: {
    title: 'Features',
    text: 'Switch off what the issuer of your production does not have, and see how your application copes. Applications keep what they have registered; it is there again when it is switched on.',
    groups: {
      grants: 'Grants',
      requests: 'Requests and responses',
      tokens: 'Tokens',
      clients: 'Applications',
      logout: 'Logout',
    },
    of: FEATURES,
    effect: 'What changes in the discovery document',
    loading: 'Asking the issuer what it would say',
    failed: 'What would change could not be said',
    losers: (count: number) =>
      `${count} ${count === 1 ? 'application has' : 'applications have'} this registered and cannot use it then`,
    andMore: (count: number) => `and ${count} more`,
  },
} as const
