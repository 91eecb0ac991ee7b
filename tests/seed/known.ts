import { SCENARIO_APIS } from '../../electron/core/seed/scenarios.ts'
import { ValetKeyError } from '#shared/errors.ts'
import { parseConfigValue } from '../../electron/core/seed/parse-config.ts'

export const KNOWN = { scenarios: SCENARIO_APIS }

/** The lines of the refusal, without the file's name. */
export function refusal(value: unknown): string[] {
  try {
    parseConfigValue(value, 'file', KNOWN)
  } catch (error) {
    if (error instanceof ValetKeyError) return error.message.split('\n').map((line) => line.replace(/^file: /, ''))
    throw error
  }
  return []
}

/** As `contract.md` has it, word for word. */
export const CONTRACT_EXAMPLE = {
  scenarios: ['organizer', 'world-mappers'],
  users: [
    {
      username: 'alice',
      password: 'alice',
      claims: { name: 'Alice Adams', email: 'alice@organizer.test', email_verified: true },
    },
  ],
  apis: [
    {
      identifier: 'https://organizer.test/api',
      name: 'Organizer API',
      tokenFormat: 'jwt',
      signingAlg: 'RS256',
      tokenLifetime: 3600,
      scopes: [{ name: 'read:contacts', description: 'Read your contacts' }],
    },
  ],
  clients: [
    {
      client_id: 'my-app',
      client_name: 'My app',
      client_secret: 'my-secret',
      application_type: 'web',
      redirect_uris: ['http://localhost:5173/callback'],
      post_logout_redirect_uris: ['http://localhost:5173/'],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
      scope: 'openid profile email offline_access read:contacts',
      valetkey: {
        skipConsent: false,
        defaultApi: 'https://organizer.test/api',
        anyLoopbackRedirect: false,
        refreshTokens: 'offline_access',
        requirePkce: false,
      },
    },
  ],
  lifetimes: { accessToken: 3600, idToken: 3600, refreshToken: 1_209_600, authorizationCode: 60, deviceCode: 600 },
  metadataDocuments: { 'https://client.example/metadata.json': 'http://127.0.0.1:8080/metadata.json' },
}
