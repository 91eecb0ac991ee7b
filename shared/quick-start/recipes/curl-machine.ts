import { GRANT } from '../../oauth/protocol.ts'
import { quoteForShell } from '../../text/quote-for-shell.ts'
import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtrasButPar, lacksGrant, needsSecret } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { secretFile } from '../write/env-file.ts'
import { lines } from '../write/text.ts'

export const curlMachine: Recipe = {
  id: 'curl-machine',
  title: 'curl, in its own name',
  summary: 'Client credentials from a shell script.',
  misfit: firstOf(lacksGrant(GRANT.clientCredentials, 'client credentials'), needsSecret, hasExtrasButPar),
  build: (facts): BuiltCode => ({
    files: [...secretFile(facts), { path: 'job.sh', language: 'shell', code: write(facts) }],
    run: 'sh job.sh',
  }),
}

function write(facts: AppFacts): string {
  const { issuer, client_id, method, api, apiScope, call } = facts
  const identity =
    method === 'client_secret_basic'
      ? [`  -u ${quoteForShell(`${encodeURIComponent(client_id)}:`)}"$CLIENT_SECRET" \\`]
      : [
          `  --data-urlencode ${quoteForShell(`client_id=${client_id}`)} \\`,
          '  --data-urlencode "client_secret=$CLIENT_SECRET" \\',
        ]
  return lines(
    '#!/bin/sh',
    'set -eu',
    '. ./.env',
    '',
    method === 'client_secret_basic' &&
      '# Other characters than letters, digits and -._ would have to be form-encoded first (RFC 6749 section 2.3.1).',
    'answer=$(curl -sS --fail-with-body \\',
    identity,
    '  -d grant_type=client_credentials \\',
    apiScope.length > 0 && `  --data-urlencode ${quoteForShell(`scope=${apiScope.join(' ')}`)} \\`,
    api !== undefined && `  --data-urlencode ${quoteForShell(`resource=${api.identifier}`)} \\`,
    `  ${quoteForShell(`${issuer}/token`)}) || { printf '%s\\n' "$answer" >&2; exit 1; }`,
    `token=$(printf '%s' "$answer" | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `printf 'Got a token of %s characters\\n' "\${#token}"`,
    call !== undefined && [
      '',
      `# ${call.title}`,
      `curl -sS --fail-with-body -H "Authorization: Bearer $token" ${quoteForShell(call.url)}`,
    ],
  )
}
