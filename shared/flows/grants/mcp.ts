import { findHeader } from '../../model/headers.ts'
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { expectRefusal, readChallenge, readJson, readRefusal, textOf } from '../answer.ts'
import { callsOf } from '../api-calls.ts'
import { asClient } from '../as-client.ts'
import { checkEqual, checkThat } from '../checks.ts'
import { amendDraft } from '../compose.ts'
import { buildGet, withParameters } from '../draft.ts'
import type { Link } from '../../teach/lesson.ts'
import type { CallStep, Choice, Context, Flow, Json, Step } from '../flow.ts'
import { knownText, learn } from '../known.ts'
import { pkce } from '../layers/pkce.ts'
import { OAUTH_2_1 } from '../specs.ts'
import { apiSteps, buildCall } from '../steps/call-api.ts'
import { register, registeredClient } from '../steps/registration.ts'
import { lacksCode } from './checks.ts'
import { codeSteps } from './code-steps.ts'

const MCP: Link = {
  label: 'Model Context Protocol, Authorization',
  href: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/authorization',
}

export const mcp: Flow = {
  id: 'mcp',
  title: 'The MCP client’s way',
  group: 'around',
  summary: 'An assistant is told one address, and finds out by itself whom to ask and how.',
  verdict: {
    tone: 'good',
    label: 'Recommended',
    text: rich`The Model Context Protocol builds on OAuth 2.1: code with PKCE, and a token for this one server, named by {resource}. Metadata lead from the server to its issuer, and registration makes the two acquainted.`,
  },
  specs: [MCP, rfc(9728), rfc(8414), OAUTH_2_1],
  lanes: ['user', 'browser', 'client', 'issuer', 'api'],
  variants: [],
  layers: [],
  builtIn: ['pkce', 'resource'],
  needs: ['registration_endpoint'],
  defaults: { client_id: 'helper', api: 'https://agents.test/mcp', scope: ['mcp:read'], layers: [] },
  checkClient: lacksCode,
  steps: (choice) => [knock, readResource, readIssuer, register, ...authorized(choice)],
}

/** The registered client signs its user in, for this server only. */
function authorized(choice: Choice): readonly Step[] {
  const steps = pkce.apply([...codeSteps(), ...apiSteps(choice)], choice)
  const named = amendDraft(steps, ['authorization-request', 'token-request'], (context, draft) =>
    withParameters(draft, { resource: knownText(context, 'resource') }),
  )
  return asClient(named, { prefix: 'mcp-', suffix: '', pick: registeredClient })
}

const knock: CallStep = {
  kind: 'call',
  id: 'call-without-token',
  title: 'Knock without a token',
  from: 'client',
  to: 'api',
  arrow: 'call without a token',
  answerArrow: '401 resource_metadata',
  teach: {
    what: rich`All that the assistant was told is the address of a server. It calls, is refused, and reads in {WWW-Authenticate} where the server describes itself.`,
    goesWrong: rich`The answer is the server’s word only. A false server can name an issuer of its own, so the user has to look at where they sign in.`,
    specs: [rfc(9728, '5.1'), rfc(6750, '3')],
  },
  build: (context) => buildCall(firstCall(context), []),
  process(_context, answer) {
    const refusal = expectRefusal(answer, {
      id: 'knock',
      title: 'The server refuses without a token',
      spec: rfc(6750, '3'),
      status: [401],
      otherwise: 'The server lets in without a token: there is nothing to find out.',
    })
    const challenge = findHeader(answer.headers, 'www-authenticate') ?? ''
    const resource_metadata = readChallenge(challenge, 'resource_metadata')
    const comparison = {
      id: 'resource-metadata',
      title: 'The refusal says where to read on',
      spec: rfc(9728, '5.1'),
      otherwise: 'Then the address has to be guessed: /.well-known/oauth-protected-resource, and the path.',
    }
    const isThere = resource_metadata !== undefined
    const check = checkThat(comparison, isThere, resource_metadata ?? 'nothing', 'resource_metadata')
    return { learned: learn({ resource_metadata }), checks: [...refusal.checks, check] }
  },
}

const readResource: CallStep = {
  kind: 'call',
  id: 'resource-metadata',
  title: 'Read what the server says of itself',
  from: 'client',
  to: 'api',
  arrow: 'GET resource metadata',
  answerArrow: 'authorization_servers',
  teach: {
    what: rich`The server’s metadata name it ({resource}), the issuers whose tokens it takes ({authorization_servers}), and the scopes that there are.`,
    goesWrong: rich`{resource} has to be the address that was called. If it is not, a server can have tokens made that another one takes, and use them there.`,
    specs: [rfc(9728, '2'), rfc(9728, '3.3')],
  },
  build: (context) => buildGet(knownText(context, 'resource_metadata')),
  process(context, answer) {
    const error = readRefusal(answer)
    if (error !== undefined) return { learned: {}, checks: [], error }
    const { resource, authorization_servers, scopes_supported } = readJson(answer) ?? {}
    const comparison = {
      id: 'resource',
      title: 'resource is the server that was called',
      spec: rfc(9728, '3.3'),
      otherwise: 'The metadata describe another server. None of them may be used.',
    }
    const authorization_server = firstOf(authorization_servers)
    return {
      learned: learn({ resource, authorization_server, scopes_supported }),
      checks: [
        checkEqual(comparison, firstCall(context).url, textOf(resource)),
        checkIssuerNamed(authorization_server),
      ],
    }
  },
}

function checkIssuerNamed(authorization_server: string | undefined) {
  const comparison = {
    id: 'authorization-server',
    title: 'An issuer is named',
    spec: rfc(9728, '2'),
    otherwise: 'The server does not say whose tokens it takes.',
  }
  return checkThat(comparison, authorization_server !== undefined, authorization_server ?? 'nothing', 'an address')
}

const readIssuer: CallStep = {
  kind: 'call',
  id: 'issuer-metadata',
  title: 'Read what the issuer says of itself',
  from: 'client',
  to: 'issuer',
  arrow: 'GET issuer metadata',
  answerArrow: 'endpoints',
  teach: {
    what: rich`Every issuer describes itself at a well-known address: where to authorize, where to get tokens, where to register, and what it can do. From here on the assistant guesses nothing.`,
    goesWrong: rich`{issuer} has to be the name that was asked for, to the letter. Otherwise one issuer could speak in the name of another.`,
    specs: [rfc(8414, '3'), rfc(8414, '3.3'), rfc(8414, '2')],
  },
  build: (context) => buildGet(wellKnown(knownText(context, 'authorization_server'))),
  process(context, answer) {
    const error = readRefusal(answer)
    if (error !== undefined) return { learned: {}, checks: [], error }
    const { issuer, code_challenge_methods_supported: methods } = readJson(answer) ?? {}
    const name = {
      id: 'issuer',
      title: 'issuer is the name that was asked for',
      spec: rfc(8414, '3.3'),
      otherwise: 'Somebody speaks in the name of another issuer. None of this may be used.',
    }
    const challenge = {
      id: 'pkce-offered',
      title: 'PKCE with S256 is offered',
      spec: MCP,
      otherwise: 'A client of the Model Context Protocol has to stop here.',
    }
    const hasS256 = Array.isArray(methods) && methods.includes('S256')
    return {
      learned: {},
      checks: [
        checkEqual(name, knownText(context, 'authorization_server'), textOf(issuer)),
        checkThat(challenge, hasS256, methods === undefined ? 'nothing' : JSON.stringify(methods), 'S256'),
      ],
    }
  },
}

/** RFC 8414 section 3.1: the well-known part comes between the host and the path. */
function wellKnown(issuer: string): string {
  const { origin, pathname } = new URL(issuer)
  return `${origin}/.well-known/oauth-authorization-server${pathname === '/' ? '' : pathname.replace(/\/$/, '')}`
}

function firstCall({ api }: Context) {
  const [first] = callsOf(api)
  if (first === undefined) throw new Error('an API without calls')
  return first
}

function firstOf(value: Json | undefined): string | undefined {
  const [first]: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : []
  return textOf(first)
}
