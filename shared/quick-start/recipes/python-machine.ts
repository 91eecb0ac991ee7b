import { GRANT } from '../../oauth/protocol.ts'
import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtrasButPar, lacksGrant, needsSecret } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { secretFile } from '../write/env-file.ts'
import { lines, writeText } from '../write/text.ts'

export const pythonMachine: Recipe = {
  id: 'python-machine',
  title: 'Python, in its own name',
  summary: 'Client credentials with what comes with Python: nothing to install.',
  misfit: firstOf(lacksGrant(GRANT.clientCredentials, 'client credentials'), needsSecret, hasExtrasButPar),
  build: (facts): BuiltCode => ({
    files: [...secretFile(facts), { path: 'job.py', language: 'python', code: write(facts) }],
    run: 'set -a; . ./.env; set +a; python3 job.py',
  }),
}

function write(facts: AppFacts): string {
  const { issuer, client_id, method, api, apiScope, call } = facts
  const isBasic = method === 'client_secret_basic'
  return lines(
    isBasic && 'import base64',
    'import json',
    'import os',
    'import urllib.parse',
    'import urllib.request',
    '',
    `CLIENT_ID = ${writeText(client_id)}`,
    'CLIENT_SECRET = os.environ["CLIENT_SECRET"]',
    '',
    `with urllib.request.urlopen(${writeText(`${issuer}/.well-known/openid-configuration`)}) as answer:`,
    '    issuer = json.load(answer)',
    '',
    'form = {',
    '    "grant_type": "client_credentials",',
    apiScope.length > 0 && `    "scope": ${writeText(apiScope.join(' '))},`,
    api !== undefined && ['    # Whom the access token is for.', `    "resource": ${writeText(api.identifier)},`],
    !isBasic && ['    "client_id": CLIENT_ID,', '    "client_secret": CLIENT_SECRET,'],
    '}',
    'request = urllib.request.Request(issuer["token_endpoint"], urllib.parse.urlencode(form).encode())',
    isBasic && [
      '# Both are form-encoded before they are put together (RFC 6749 section 2.3.1).',
      'pair = f"{urllib.parse.quote_plus(CLIENT_ID)}:{urllib.parse.quote_plus(CLIENT_SECRET)}"',
      'request.add_header("Authorization", "Basic " + base64.b64encode(pair.encode()).decode())',
    ],
    'with urllib.request.urlopen(request) as answer:',
    '    tokens = json.load(answer)',
    'print("Got a token for", tokens["expires_in"], "s, with the scope", tokens.get("scope"))',
    call !== undefined && [
      '',
      `# ${call.title}`,
      `call = urllib.request.Request(${writeText(call.url)})`,
      'call.add_header("Authorization", "Bearer " + tokens["access_token"])',
      'with urllib.request.urlopen(call) as answer:',
      '    print(answer.status, answer.read().decode())',
    ],
  )
}
