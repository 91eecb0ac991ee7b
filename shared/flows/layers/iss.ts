import { rfc } from '../../teach/specs.ts'
import { checkEqual, hasFailed, skipCheck } from '../checks.ts'
import { amendArrival, joinOutcomes } from '../compose.ts'
import type { Arrival, Check, Context, Layer } from '../flow.ts'

const COMPARISON = { id: 'response-iss', title: 'iss is the issuer that was asked', spec: rfc(9207, '2.4') }

export const iss: Layer = {
  id: 'iss',
  title: 'iss in the answer',
  summary: 'The answer names its issuer, so that no other one can slip its own in.',
  specs: [rfc(9207), rfc(9700, '4.4')],
  checkFit: (_flow, { layers }) =>
    layers.includes('jarm') ? 'A signed answer names its issuer by itself, inside the JWT.' : undefined,
  apply: (steps) =>
    amendArrival(steps, async (context, arrival, process) => {
      const check = checkResponseIssuer(context, arrival)
      if (hasFailed([check])) return { learned: {}, checks: [check] }
      const outcome = await process(context, arrival)
      return joinOutcomes(outcome, { learned: {}, checks: [check] })
    }),
}

function checkResponseIssuer({ issuer }: Context, { parameters }: Arrival): Check {
  const found = parameters['iss']
  // RFC 9700 section 4.4.2.1: an ID token in the answer names the issuer as well, and is signed.
  if (found === undefined && parameters['id_token'] !== undefined) {
    return skipCheck(COMPARISON, 'The ID token that came with the answer names its issuer.')
  }
  const isPromised = issuer['authorization_response_iss_parameter_supported'] === true
  if (found === undefined && !isPromised) return skipCheck(COMPARISON, 'This issuer does not name itself in answers.')
  const otherwise =
    'The code is from another issuer. Sent to the token endpoint of this one, it would be given away (mix-up).'
  return checkEqual({ ...COMPARISON, otherwise }, issuer.issuer, found)
}
