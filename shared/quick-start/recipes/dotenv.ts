import { OIDC_SCOPES } from '../../oauth/scope.ts'
import { GRANT } from '../../oauth/protocol.ts'
import type { AppFacts } from '../facts.ts'
import type { Recipe } from '../quick-start.ts'
import { secretLines, writeEnv } from '../write/env-file.ts'
import { lines, oneLine } from '../write/text.ts'

/** For whatever has no recipe of its own. */
export const dotenv: Recipe = {
  id: 'dotenv',
  title: 'Any other: .env',
  summary: 'The values by themselves, for a library or a language that is not here.',
  misfit: () => undefined,
  build(facts) {
    const usesCode = facts.hasGrant(GRANT.authorizationCode)
    const redirect = usesCode ? facts.chooseRedirect({ usual: 'http://localhost:3000/callback' }) : undefined
    return {
      files: [{ path: '.env', language: 'text', code: write(facts, redirect?.uri) }],
      run: 'node --env-file=.env your-program.mjs',
      redirect,
    }
  },
}

function write(facts: AppFacts, redirect_uri: string | undefined): string {
  const { issuer, client_id, name, scope, apiScope, api, method, hasGrant } = facts
  const isMachine = hasGrant(GRANT.clientCredentials) && redirect_uri === undefined
  const asked = isMachine ? apiScope : scope
  return lines(
    `# ${oneLine(name)}`,
    writeEnv('ISSUER', issuer),
    '# What the issuer says of itself; libraries find all else in there.',
    writeEnv('DISCOVERY', `${issuer}/.well-known/openid-configuration`),
    writeEnv('CLIENT_ID', client_id),
    secretLines(facts),
    writeEnv('TOKEN_ENDPOINT_AUTH_METHOD', method),
    redirect_uri !== undefined && writeEnv('REDIRECT_URI', redirect_uri),
    asked.length > 0 && writeEnv('SCOPE', asked.join(' ')),
    api !== undefined && ['# Whom the access token is for (resource, RFC 8707).', writeEnv('RESOURCE', api.identifier)],
    '',
    '# For what cannot read discovery.',
    redirect_uri !== undefined && writeEnv('AUTHORIZATION_ENDPOINT', `${issuer}/authorize`),
    hasGrant(GRANT.deviceCode) && writeEnv('DEVICE_AUTHORIZATION_ENDPOINT', `${issuer}/device_authorization`),
    hasGrant(GRANT.ciba) && writeEnv('BACKCHANNEL_AUTHENTICATION_ENDPOINT', `${issuer}/backchannel`),
    writeEnv('TOKEN_ENDPOINT', `${issuer}/token`),
    asked.some((one) => OIDC_SCOPES.some((known) => known === one)) &&
      writeEnv('USERINFO_ENDPOINT', `${issuer}/userinfo`),
    writeEnv('JWKS_URI', `${issuer}/jwks`),
    redirect_uri !== undefined && writeEnv('END_SESSION_ENDPOINT', `${issuer}/logout`),
  )
}
