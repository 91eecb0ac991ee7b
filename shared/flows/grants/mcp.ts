import { findHeader } from '../../model/headers.ts'
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { expectRefusal, readChallenge } from '../answer.ts'
import { firstCallOf } from '../api-calls.ts'
import { asClient } from '../as-client.ts'
import { checkThat } from '../checks.ts'
import { amendDraft } from '../compose.ts'
import { withParameters } from '../draft.ts'
import type { Link } from '../../teach/lesson.ts'
import type { CallStep, Choice, Flow, Step } from '../flow.ts'
import { knownText, learn } from '../known.ts'
import { pkce } from '../layers/pkce.ts'
import { OAUTH_2_1 } from '../specs.ts'
import { apiSteps, buildCall } from '../steps/call-api.ts'
import { readIssuer, readResource } from '../steps/metadata.ts'
import { register, registeredClient } from '../steps/registration.ts'
import { lacksCode, usesCode } from './checks.ts'
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
  uses: usesCode,
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
  build: (context) => buildCall(firstCallOf(context.api), []),
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
