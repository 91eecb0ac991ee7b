import { rfc } from '../../teach/specs.ts'
import { amendDraft } from '../compose.ts'
import { withParameters } from '../draft.ts'
import type { Layer } from '../flow.ts'

/** Where an API can be named. */
const REQUESTS = [
  'authorization-request',
  'device-authorization',
  'backchannel-authentication',
  'token-request',
  'refresh',
  'refresh-less',
]

export const resource: Layer = {
  id: 'resource',
  title: 'Resource indicator',
  summary: 'resource names the API that the token is for: no other one will take it.',
  specs: [rfc(8707, '2'), rfc(9700, '2.3')],
  checkFit: (_flow, { api }) => (api === undefined ? 'No API is picked, so there is none to name.' : undefined),
  apply: (steps, { api }) => amendDraft(steps, REQUESTS, (_context, draft) => withParameters(draft, { resource: api })),
}
