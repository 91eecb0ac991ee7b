import * as z from 'zod'

import { GRANT, RESPONSE_TYPES } from '#shared/oauth/protocol.ts'

import { defineCall } from './call.ts'
import { epochSeconds, pageOf, pageRequest, revoked, secrets, versioned } from './common.ts'
import { exchangeSummary } from './exchanges.ts'

export const TOKEN_KINDS = ['access_token', 'refresh_token', 'id_token'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

/** `rotated`: a refresh token that was used, and has a successor. */
export const TOKEN_STATES = ['active', 'expired', 'revoked', 'rotated'] as const
export type TokenState = (typeof TOKEN_STATES)[number]

export const TOKEN_FORMATS = ['jwt', 'opaque', 'encrypted'] as const

/** Twice what a header may be; nothing that is a token is longer. */
const LONGEST_TOKEN = 65_536

const id = z.string().min(1).max(200).meta({ description: 'The token’s id; not what opens doors.' })
const name = z.string().min(1).max(2000)
const json = z.record(z.string(), z.unknown())
const tokenText = z.string().trim().min(1).max(LONGEST_TOKEN).meta({ description: 'The token itself.' })

export const FORGED_WITH = ['issuer_key', 'other_key', 'public_key_hmac', 'none', 'kept'] as const
export type ForgedWith = (typeof FORGED_WITH)[number]

const forgedMark = z
  .object({
    hash: z.string().meta({ description: 'SHA-256 of the token, in base64url.' }),
    madeAt: epochSeconds,
    with: z.enum(FORGED_WITH).meta({ description: 'What it was signed with.' }),
    about: z.string().optional().meta({ description: 'What was changed, in the forger’s words.' }),
  })
  .meta({ id: 'forgedMark', title: 'Forged', description: 'That a token was made here, by Forge.' })

export type ForgedMark = z.output<typeof forgedMark>

const tokenView = z
  .object({
    id,
    kind: z.enum(TOKEN_KINDS),
    format: z.enum(TOKEN_FORMATS),
    state: z.enum(TOKEN_STATES),
    client_id: z.string(),
    user: z.string().optional(),
    audience: z.array(z.string()).meta({ description: 'Whom it is for; empty: UserInfo alone.' }),
    scope: z.string().optional(),
    issuedAt: epochSeconds,
    expiresAt: epochSeconds.optional(),
    grant: z.string().optional().meta({ description: 'The id of the grant that it hangs on.' }),
    exchange: z.int().optional().meta({ description: 'The recorded exchange that made it.' }),
    forged: forgedMark.optional(),
    token: z.string().optional().meta({ description: 'Itself; with secrets only.' }),
  })
  .meta({ id: 'issuedToken', title: 'Token', description: 'A token that this issuer gave.' })

export type TokenView = z.output<typeof tokenView>

const falls = z
  .object({
    itself: z.boolean().meta({ description: 'An ID token cannot be revoked: nobody asks the issuer about it.' }),
    withIt: z
      .array(z.object({ kind: z.enum(['access_token', 'refresh_token', 'code']), count: z.int() }))
      .meta({ description: 'Stored tokens that end with it.' }),
    jwts: z
      .enum(['none', 'all', 'stay'])
      .meta({ description: 'JWT access tokens of the same grant: they end with the grant, and stay without it.' }),
    grant: z.boolean().meta({ description: 'The user is asked for consent again.' }),
  })
  .meta({ id: 'falls', title: 'What falls', description: 'What ends when it is revoked.' })

export type Falls = z.output<typeof falls>

const tokenDetail = tokenView
  .extend({
    madeBy: exchangeSummary.optional(),
    usedBy: z.array(exchangeSummary).readonly().meta({ description: 'The newest exchanges that carried it.' }),
    falls: z.object({ alone: falls, grant: falls }).meta({ description: 'Revoked by itself, or with its grant.' }),
  })
  .meta({ id: 'issuedTokenDetail', title: 'Token, with its traffic', description: 'A token that this issuer gave.' })

export type TokenDetail = z.output<typeof tokenDetail>

const presented = z
  .strictObject({ token: tokenText })
  .meta({ id: 'presentedToken', title: 'A token', description: 'In the body, since addresses end up in logs.' })

export const FORGE_ALGS = ['RS256', 'PS256', 'ES256', 'EdDSA', 'HS256'] as const

const signature = z
  .discriminatedUnion('with', [
    z.strictObject({ with: z.literal('issuer_key'), kid: name }),
    z.strictObject({
      with: z.literal('other_key'),
      alg: z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']),
      embed: z.boolean().optional().meta({ description: 'Puts the public key into the header (jwk).' }),
    }),
    z.strictObject({ with: z.literal('public_key_hmac'), kid: name }),
    z.strictObject({ with: z.literal('none') }),
    z.strictObject({ with: z.literal('kept'), signature: z.string().max(LONGEST_TOKEN) }),
  ])
  .meta({ id: 'forgedSignature', title: 'Signature', description: 'What the token is signed with.' })

export type ForgedSignature = z.output<typeof signature>

const forgery = z
  .strictObject({
    header: json.meta({ description: 'alg is set by the signature, unless that is kept.' }),
    claims: json,
    signature,
    about: z.string().max(300).optional().meta({ description: 'What was changed; shown wherever the token appears.' }),
  })
  .meta({ id: 'forgery', title: 'Forgery', description: 'A JWT to be made.' })

const forged = z.object({ token: z.string(), header: json, claims: json, mark: forgedMark })

const attempt = z
  .strictObject({
    token: tokenText,
    api: name.meta({ description: 'The identifier of a demo API.' }),
    call: z.int().min(0).max(100).meta({ description: 'Which of the API’s calls, in their order.' }),
    scheme: z.enum(['Bearer', 'DPoP']).optional(),
  })
  .meta({ id: 'attempt', title: 'Attempt', description: 'A token tried on a demo API.' })

const header = z.tuple([z.string(), z.string()]).readonly()

export const attempted = z.object({
  accepted: z.boolean(),
  status: z.int(),
  error: z.string().optional(),
  description: z.string().optional().meta({ description: 'What the API tells the caller.' }),
  reason: z.string().optional().meta({ description: 'What the API keeps to itself.' }),
  request: z.object({ method: z.string(), url: z.string(), headers: z.array(header).readonly() }),
  answer: z.object({ status: z.int(), statusText: z.string(), headers: z.array(header).readonly(), body: z.string() }),
  exchange: z.int().optional(),
})

export type Attempted = z.output<typeof attempted>

/** How tokens can be asked for where it can be said beforehand what they will be. */
export const PREVIEW_GRANTS = [
  GRANT.authorizationCode,
  GRANT.implicit,
  GRANT.clientCredentials,
  GRANT.password,
  GRANT.deviceCode,
  GRANT.ciba,
] as const

const previewChoice = z
  .strictObject({
    client_id: name,
    user: name.optional().meta({ description: 'Left out for client credentials.' }),
    grant_type: z.enum(PREVIEW_GRANTS),
    response_type: z.enum(RESPONSE_TYPES).optional(),
    scope: z.array(z.string().min(1).max(300)).max(100),
    api: name.optional().meta({ description: 'As resource; left out: what the issuer takes then.' }),
  })
  .meta({ id: 'previewChoice', title: 'Choice', description: 'Who asks for what, for whom.' })

export type PreviewChoice = z.output<typeof previewChoice>

export const CLAIM_SOURCES = [
  'issuer',
  'user',
  'user_claim',
  'client',
  'client_setting',
  'api',
  'api_lifetime',
  'settings_lifetime',
  'key',
  'request',
  'granted_scope',
  'sign_in',
  'session',
  'clock',
  'random',
  'hash',
  'grant',
  'protocol',
] as const

const claimSource = z.object({
  from: z.enum(CLAIM_SOURCES),
  /** The user, application, API or key that it is set at. */
  entity: z.string().optional(),
  /** The setting, parameter or scope. */
  setting: z.string().optional(),
})

export type ClaimSource = z.output<typeof claimSource>

const previewMember = z.object({
  name: z.string(),
  value: z.unknown(),
  source: claimSource,
  varies: z.boolean().meta({ description: 'Another one each time.' }),
})

export type PreviewMember = z.output<typeof previewMember>

const previewToken = z
  .object({
    format: z.enum(['jwt', 'opaque', 'json']),
    header: z.array(previewMember),
    members: z.array(previewMember),
    /** What the user has, and this token does not say. */
    withheld: z.array(z.object({ name: z.string(), scope: z.string() })),
  })
  .meta({ id: 'previewToken', title: 'What would be given' })

export type PreviewToken = z.output<typeof previewToken>

const previewScope = z.object({
  scope: z.string(),
  outcome: z.enum(['granted', 'dropped', 'refused']),
  why: z.enum(['granted', 'not_allowed', 'not_of_api', 'unknown', 'no_refresh', 'no_user', 'not_answered', 'refused']),
  claims: z.array(z.string()).meta({ description: 'The claims of the user that it releases here.' }),
})

export type PreviewScope = z.output<typeof previewScope>

const preview = z
  .object({
    refused: z
      .object({
        endpoint: z.string(),
        error: z.string(),
        description: z.string().optional(),
        reason: z.string().optional(),
      })
      .optional(),
    scopes: z.array(previewScope),
    api: z.string().optional().meta({ description: 'Whom the access token is for.' }),
    idToken: previewToken.optional(),
    accessToken: previewToken.optional(),
    userInfo: previewToken.optional(),
    refreshToken: z.boolean(),
  })
  .meta({ id: 'preview', title: 'Preview', description: 'What would be given, without giving any of it.' })

export type Preview = z.output<typeof preview>

export const tokenCalls = {
  'tokens.list': defineCall({
    description: 'List tokens that this issuer gave, newest first',
    input: z.strictObject({
      client_id: z.string().max(2000).optional(),
      user: z.string().max(2000).optional(),
      kind: z.enum(TOKEN_KINDS).optional(),
      state: z.enum(TOKEN_STATES).optional(),
      secrets,
      ...pageRequest,
    }),
    output: pageOf(tokenView),
    example: { client_id: 'calendar-app', user: 'alice', state: 'active' },
  }),
  'tokens.get': defineCall({
    description: 'Get a token with the exchanges that made and used it',
    input: z.strictObject({ id, secrets }),
    output: versioned(tokenDetail),
  }),
  'tokens.revoke': defineCall({
    description: 'Revoke a token; with grant, all that its grant gave',
    input: z.strictObject({
      id,
      grant: z.boolean().optional().meta({ description: 'The whole grant; a refresh token always takes it along.' }),
    }),
    output: z.object({ revoked }),
  }),
  'tokens.lookup': defineCall({
    description: 'Look up what is known of a token',
    input: z.strictObject({ presented }),
    output: z.object({
      issued: tokenView.optional(),
      madeBy: exchangeSummary.optional(),
      forged: forgedMark.optional(),
    }),
    example: { presented: { token: 'eyJhbGciOi…' } },
  }),
  'tokens.introspect': defineCall({
    description: 'Introspect a token as a protected resource does (RFC 7662)',
    input: z.strictObject({ presented }),
    output: z.object({ status: z.int(), answer: json }),
    example: { presented: { token: 'eyJhbGciOi…' } },
  }),
  'tokens.forge': defineCall({
    description: 'Forge a JWT; it is marked as forged wherever it appears again',
    input: z.strictObject({ forgery }),
    output: forged,
    example: {
      forgery: {
        header: { typ: 'at+jwt' },
        claims: { iss: 'http://localhost:4400', sub: 'mallory', aud: 'https://organizer.test/api' },
        signature: { with: 'none' },
        about: 'no signature',
      },
    },
  }),
  'tokens.try': defineCall({
    description: 'Try a token on a demo API',
    input: z.strictObject({ attempt }),
    output: attempted,
    example: { attempt: { token: 'eyJhbGciOiJub25lIn0.e30.', api: 'https://organizer.test/api', call: 0 } },
  }),
  'tokens.preview': defineCall({
    description: 'Preview the tokens and the UserInfo answer that would be given, without giving any',
    input: z.strictObject({ choice: previewChoice }),
    output: preview,
    example: {
      choice: {
        client_id: 'my-todos',
        user: 'alice',
        grant_type: 'authorization_code',
        scope: ['openid', 'email', 'read:tasks'],
        api: 'https://organizer.test/api',
      },
    },
  }),
}
