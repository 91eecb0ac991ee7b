import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { readJson, readRefusal, textOf } from '../answer.ts'
import { authenticate, nameOf } from '../authenticate.ts'
import { checkThat } from '../checks.ts'
import { insertBefore } from '../compose.ts'
import { buildForm, buildGet, readParameters } from '../draft.ts'
import { endpointOf } from '../endpoints.ts'
import type { BrowserStep, CallStep, Layer, Step } from '../flow.ts'
import { knownText, learn } from '../known.ts'

export const par: Layer = {
  id: 'par',
  title: 'Pushed request',
  summary: 'The client hands the request to the issuer itself; the browser carries only a name for it.',
  specs: [rfc(9126, '2'), rfc(9700, '2.1')],
  needs: ['pushed_authorization_request_endpoint'],
  checkFit: () => undefined,
  checkNeed: (client) =>
    client['require_pushed_authorization_requests'] === true
      ? `${nameOf(client)} is registered for pushed requests only.`
      : undefined,
  apply(steps) {
    const request = steps.find((step): step is BrowserStep => isRequest(step))
    if (request === undefined) return steps
    const visits = steps.map((step) => (step === request ? visitByName(request) : step))
    return insertBefore(visits, request.id, push(request))
  },
}

function isRequest(step: Step): step is BrowserStep {
  return step.kind === 'browser' && step.id === 'authorization-request'
}

/** The same parameters as the browser would have carried, and the client's authentication beside them. */
function push(request: BrowserStep): CallStep {
  return {
    kind: 'call',
    id: 'pushed-authorization-request',
    title: 'Push the request',
    from: 'client',
    to: 'issuer',
    arrow: 'POST /par',
    answerArrow: 'request_uri',
    teach: {
      what: rich`The application posts the whole request to the issuer, and says who it is. It gets a short-lived {request_uri} back. Mistakes are told here and now, before any user is sent anywhere.`,
      goesWrong: rich`The {request_uri} is good once and for a minute or so. It is a name for this request of this client; nobody else can use it.`,
      specs: [rfc(9126, '2.1'), rfc(9126, '2.2')],
    },
    async build(context) {
      const parameters = Object.fromEntries(
        [...Map.groupBy(readParameters(await request.build(context)), ([name]) => name)].map(([name, pairs]) => [
          name,
          pairs.map(([, value]) => value),
        ]),
      )
      const address = endpointOf(context.issuer, 'pushed_authorization_request_endpoint')
      return authenticate(context, buildForm(address, parameters))
    },
    process(_context, answer) {
      const error = readRefusal(answer)
      if (error !== undefined) return { learned: {}, checks: [], error }
      const request_uri = textOf(readJson(answer)?.['request_uri'])
      const comparison = {
        id: 'request-uri',
        title: 'The issuer gives a name for the request',
        spec: rfc(9126, '2.2'),
        otherwise: 'Without a request_uri the browser has nothing to bring.',
      }
      const checks = [checkThat(comparison, request_uri !== undefined, request_uri ?? 'nothing', 'a request_uri')]
      return { learned: learn({ request_uri }), checks }
    },
  }
}

/** RFC 9126 section 4: nothing but the client's name and the request's. */
function visitByName(request: BrowserStep): BrowserStep {
  return {
    ...request,
    build: (context) =>
      buildGet(context.issuer.authorization_endpoint, {
        client_id: context.client.client_id,
        request_uri: knownText(context, 'request_uri'),
      }),
  }
}
