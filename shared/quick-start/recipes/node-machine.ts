import { writeString } from '../../flows/code/literals.ts'
import { GRANT } from '../../oauth/protocol.ts'
import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtrasButPar, lacksGrant } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { secretFile } from '../write/env-file.ts'
import { callApi, clientImports, discover, nodeRun, npmInstall, OPENID_CLIENT } from '../write/openid-client.ts'
import { lines } from '../write/text.ts'

export const nodeMachine: Recipe = {
  id: 'node-machine',
  title: 'Node.js, in its own name',
  summary: 'Client credentials: one request for a token, and the API is called with it. No user takes part.',
  misfit: firstOf(lacksGrant(GRANT.clientCredentials, 'client credentials'), hasExtrasButPar),
  build: (facts): BuiltCode => ({
    files: [...secretFile(facts), { path: 'job.mjs', language: 'javascript', code: write(facts) }],
    install: npmInstall(facts, OPENID_CLIENT),
    run: nodeRun(facts, 'job.mjs'),
  }),
}

function write(facts: AppFacts): string {
  const { api, apiScope } = facts
  return lines(
    clientImports(facts),
    '',
    discover(facts),
    '',
    '// It is good for a while: ask for a new one when it is about to expire (tokens.expires_in), not for each call.',
    'const tokens = await client.clientCredentialsGrant(config, {',
    apiScope.length > 0 && `  scope: ${writeString(apiScope.join(' '))},`,
    api !== undefined && ['  // Whom the access token is for.', `  resource: ${writeString(api.identifier)},`],
    '})',
    `console.log(\`Got a token for \${tokens.expires_in} s, with the scope \${tokens.scope ?? 'that every application has'}\`)`,
    callApi(facts),
  )
}
