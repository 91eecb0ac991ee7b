import { jarm as spec, OIDC } from '../../teach/specs.ts'
import { hasFailed } from '../checks.ts'
import { amendArrival, amendDraft, joinOutcomes } from '../compose.ts'
import { readParameters, withParameters } from '../draft.ts'
import type { Arrival, Check, Context, JsonObject, Layer } from '../flow.ts'
import { checkAddressed, checkSignature } from '../id-token.ts'

export const jarm: Layer = {
  id: 'jarm',
  title: 'Signed answer',
  summary: 'The answer is one JWT (JARM): nobody can change it or put in one of another issuer.',
  specs: [spec('2.1'), spec('2.4'), OIDC.responseModes],
  needs: ['authorization_signing_alg_values_supported'],
  uses: { responseMode: 'jwt' },
  checkFit: () => undefined,
  apply(steps) {
    const asked = amendDraft(steps, ['authorization-request'], (_context, draft) => {
      const isForm = readParameters(draft).some(([name, value]) => name === 'response_mode' && value === 'form_post')
      return withParameters(draft, { response_mode: isForm ? 'form_post.jwt' : 'jwt' })
    })
    return amendArrival(asked, async (context, arrival, process) => {
      const { checks, parameters } = await unpack(context, arrival)
      if (parameters === undefined || hasFailed(checks)) return { learned: {}, checks }
      return joinOutcomes({ learned: {}, checks }, await process(context, { ...arrival, parameters }))
    })
  },
}

interface Unpacked {
  readonly checks: readonly Check[]
  readonly parameters?: Arrival['parameters']
}

async function unpack(context: Context, { parameters }: Arrival): Promise<Unpacked> {
  const verified = await context.tools.verifyJwt(parameters['response'] ?? '')
  const signature = checkSignature(verified, spec('2.4'))
  if (verified.claims === undefined) return { checks: [signature] }
  const checks = [signature, ...checkAddressed(context, verified.claims, spec('2.4'))]
  return { checks, parameters: toParameters(verified.claims) }
}

/** What would have stood in the address, had it not been signed; numbers were text there. */
function toParameters(claims: JsonObject): Arrival['parameters'] {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}
