import type { ClientMetadata } from '../../model/client.ts'
import { rfc } from '../../teach/specs.ts'
import { nameOf } from '../authenticate.ts'
import { checkThat } from '../checks.ts'
import { amendDraft, amendOutcome, joinOutcomes } from '../compose.ts'
import { withParameters } from '../draft.ts'
import type { Check, Context, Json, JsonObject, Layer } from '../flow.ts'

/** What the demo APIs understand; a type of another API stands for itself. */
const DETAILS: Readonly<Record<string, JsonObject>> = {
  appointment_booking: { actions: ['create'], datatypes: ['appointment'] },
  print_pictures: { actions: ['read'], datatypes: ['picture'] },
}

export const rar: Layer = {
  id: 'rar',
  title: 'Rich request',
  summary: 'authorization_details says in JSON what is asked for, where a scope is too coarse.',
  specs: [rfc(9396, '2'), rfc(9396, '7')],
  needs: ['authorization_details_types_supported'],
  checkFit(_flow, { variant = '' }, client) {
    if (variant.split(' ').includes('token'))
      return 'An access token that comes in an address is not given for details.'
    return typeOf(client) === undefined
      ? `${nameOf(client)} is registered for no type of authorization_details.`
      : undefined
  },
  apply(steps) {
    const asked = amendDraft(steps, ['authorization-request'], (context, draft) =>
      withParameters(draft, { authorization_details: JSON.stringify(buildDetails(context)) }),
    )
    return amendOutcome(asked, ['token-request'], (context, _answer, outcome) => {
      if (outcome.error !== undefined) return outcome
      const granted = outcome.learned['authorization_details']?.value
      return joinOutcomes(outcome, { learned: {}, checks: [checkGranted(context, granted)] })
    })
  },
}

function buildDetails({ client, choice }: Context): readonly JsonObject[] {
  const type = typeOf(client) ?? ''
  const locations = choice.api === undefined ? {} : { locations: [choice.api] }
  return [{ type, ...locations, ...DETAILS[type] }]
}

function checkGranted({ client }: Context, granted: Json | undefined): Check {
  const comparison = {
    id: 'authorization-details',
    title: 'The answer says which details were granted',
    spec: rfc(9396, '7'),
    otherwise: 'Without them the application cannot know what the user has agreed to.',
  }
  const found = granted === undefined ? 'nothing' : JSON.stringify(granted)
  const type = typeOf(client) ?? ''
  return checkThat(
    comparison,
    Array.isArray(granted) && found.includes(JSON.stringify(type)),
    found,
    `a list with ${type}`,
  )
}

function typeOf(client: ClientMetadata): string | undefined {
  const types = client['authorization_details_types']
  const [first]: readonly unknown[] = Array.isArray(types) ? types : []
  return typeof first === 'string' ? first : undefined
}
