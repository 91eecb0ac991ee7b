/** How a client finds out by itself whom to ask, and how: of the resource (RFC 9728), then of the issuer (RFC 8414). */
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { readJson, readRefusal, textOf } from '../answer.ts'
import { firstCallOf } from '../api-calls.ts'
import { checkEqual, checkThat } from '../checks.ts'
import { buildGet } from '../draft.ts'
import type { CallStep, Json } from '../flow.ts'
import { knownText, learn } from '../known.ts'

export const readResource: CallStep = {
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
        checkEqual(comparison, firstCallOf(context.api).url, textOf(resource)),
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

export const readIssuer: CallStep = {
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
      spec: rfc(8414, '2'),
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

function firstOf(value: Json | undefined): string | undefined {
  const [first]: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : []
  return textOf(first)
}
