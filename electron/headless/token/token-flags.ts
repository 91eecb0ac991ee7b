import { parseArgs } from 'node:util'

import { nearest } from '#shared/contract/nearest.ts'
import { ValetKeyError } from '#shared/errors.ts'
import { isLoopbackHost } from '#shared/oauth/loopback.ts'

import { AUTH_METHODS } from './client-auth.ts'
import { checkRedirectUri } from './grants/callback.ts'
import type { Grant } from './grants/grant.ts'
import { findGrant, GRANTS } from './grants/index.ts'
import { readKeyFile, readPiped } from './inputs.ts'
import type { TokenRequest } from './token-request.ts'

export interface TokenFlags {
  readonly grant: Grant
  readonly request: TokenRequest
  readonly decode: boolean
  readonly open: boolean
}

const text = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const
const flag = { type: 'boolean', default: false } as const

const OPTIONS = {
  issuer: { type: 'string', default: 'http://localhost:4400' },
  client: text,
  'client-secret': text,
  'client-key': text,
  auth: text,
  scope: many,
  resource: many,
  audience: many,
  grant: { type: 'string', default: 'client_credentials' },
  user: text,
  password: text,
  'refresh-token': text,
  'subject-token': text,
  'subject-token-type': text,
  assertion: text,
  'redirect-uri': text,
  timeout: text,
  decode: flag,
  open: flag,
  'no-open': flag,
  'insecure-http': flag,
  help: { type: 'boolean', short: 'h', default: false },
} as const

export const TOKEN_HELP = `valetkey token: get a token from a running issuer, by a real grant, as JSON

  --issuer URL           the issuer (default: http://localhost:4400)
  --client ID            the client; always needed
  --client-secret TEXT   its secret. Better in VALETKEY_CLIENT_SECRET: a flag stays in the shell's history
  --client-key FILE      its private key as a JWK, for private_key_jwt
  --auth METHOD          how the client says who it is: ${AUTH_METHODS.slice(0, 3).join(', ')},
                         ${AUTH_METHODS.slice(3).join(', ')} (default: by what was given and what the issuer supports)
  --scope SCOPES         what the token is to allow; several in one, or the flag several times
  --resource URI         the API it is for (RFC 8707); may be given several times
  --audience TEXT        the same by the name that other issuers use; may be given several times
  --grant NAME           client_credentials (default), and

    password             --user NAME, and --password TEXT or VALETKEY_PASSWORD
    refresh_token        --refresh-token TOKEN, or "-" for standard input: the token, or a whole token response
    device_code          shows a code and an address, and waits until somebody has entered it
    authorization_code   opens a browser, with PKCE, and waits for the answer on a port of its own
                         --redirect-uri URL  as the client registered it (default: http://127.0.0.1/callback
                                             on any free port)
    token-exchange       --subject-token TOKEN, or "-" for standard input; --subject-token-type URN
    jwt-bearer           --assertion JWT, or --client-key and --user to make one

  --open, --no-open      open the browser, or only show the address (authorization_code; default: open)
  --timeout SECONDS      how long to wait (default: 300 for a person, 30 for a machine)
  --decode               add the decoded tokens, as "decoded"
  --insecure-http        http to other machines too

The token response goes to standard output, everything else to standard error.
Exit code: 0 with a token, 1 when there is none, 2 for bad usage.
`

/** Nothing: help was asked for. */
export async function parseTokenFlags(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<TokenFlags | undefined> {
  const values = parseValues(args)
  if (values.help) return undefined
  const grant = findGrant(values.grant) ?? refuseGrant(values.grant)
  const request = await buildRequest(values, env)
  const missing = grant.checkRequest(request)
  if (missing !== undefined) throw usage(missing)
  if (values.open && values['no-open']) throw usage('--open and --no-open exclude each other')
  return { grant, request, decode: values.decode, open: !values['no-open'] }
}

type Values = ReturnType<typeof parseValues>

function parseValues(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false }).values
  } catch (error) {
    const [message = ''] = error instanceof Error ? error.message.split('. ') : [String(error)]
    const [wrong] = /--[\w-]+/.exec(message) ?? []
    const meant =
      wrong !== undefined && message.startsWith('Unknown') ? nearest(wrong.slice(2), Object.keys(OPTIONS)) : undefined
    throw usage(meant === undefined ? message : `${message}; did you mean --${meant}?`)
  }
}

async function buildRequest(values: Values, env: NodeJS.ProcessEnv): Promise<TokenRequest> {
  if (values['client-secret'] !== undefined && values['client-key'] !== undefined) {
    throw usage('--client-secret and --client-key exclude each other')
  }
  const clientKey = values['client-key'] === undefined ? undefined : readKeyFile(values['client-key'])
  return {
    issuer: parseIssuer(values.issuer, values['insecure-http']),
    client: values.client || refuse('--client is missing: whose token is it to be?'),
    clientKey,
    clientSecret: values['client-secret'] ?? (clientKey ? undefined : env['VALETKEY_CLIENT_SECRET'] || undefined),
    authMethod: parseAuthMethod(values.auth),
    scope: values.scope?.join(' '),
    resources: values.resource ?? [],
    audiences: values.audience ?? [],
    user: values.user,
    password: values.password ?? env['VALETKEY_PASSWORD'],
    refreshToken: await readPiped(values['refresh-token'], 'refresh_token'),
    subjectToken: await readPiped(values['subject-token'], 'access_token'),
    subjectTokenType: values['subject-token-type'],
    assertion: values.assertion,
    redirectUri: parseRedirectUri(values['redirect-uri']),
    insecureHttp: values['insecure-http'],
    timeoutSeconds: parseTimeout(values.timeout),
  }
}

function parseIssuer(address: string, insecureHttp: boolean): string {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol) || /[?#]/.test(address) || url.username !== '') {
    throw usage(
      `--issuer: found ${JSON.stringify(address)}, expected an http or https address without query or fragment`,
    )
  }
  const local = url.protocol === 'https:' || isLoopbackHost(url.hostname)
  if (local || insecureHttp) return address.replace(/\/$/, '')
  throw usage(
    `--issuer: found ${JSON.stringify(address)}, expected https: over http everybody on the way can read the secret and the token. With --insecure-http it is done all the same`,
  )
}

function parseAuthMethod(method: string | undefined): string | undefined {
  if (method === undefined || AUTH_METHODS.some((known) => known === method)) return method
  throw usage(`--auth: found ${JSON.stringify(method)}, expected one of ${AUTH_METHODS.join(', ')}`)
}

function parseRedirectUri(address: string | undefined): string | undefined {
  const wrong = address === undefined ? undefined : checkRedirectUri(address)
  if (wrong !== undefined) throw usage(`--redirect-uri: found ${JSON.stringify(address)}, ${wrong}`)
  return address
}

/** At most what a timer can hold. */
function parseTimeout(seconds: string | undefined): number | undefined {
  if (seconds === undefined) return undefined
  const value = Number(seconds)
  if (/^\d+$/.test(seconds) && value >= 1 && value <= 86_400) return value
  throw usage(`--timeout: found ${JSON.stringify(seconds)}, expected whole seconds from 1 to 86400`)
}

function refuseGrant(name: string): never {
  const names = GRANTS.map((grant) => grant.name)
  const meant = nearest(name, names)
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`
  throw usage(`--grant: found ${JSON.stringify(name)}, expected one of ${names.join(', ')}${hint}`)
}

function refuse(message: string): never {
  throw usage(message)
}

function usage(message: string): ValetKeyError {
  return new ValetKeyError('bad_usage', `${message}${message.endsWith('?') ? '' : '.'} See valetkey token --help.`)
}
