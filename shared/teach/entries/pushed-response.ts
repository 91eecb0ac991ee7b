import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { rfc } from '../specs.ts'

export const PUSHED_RESPONSE = buildEntries('parameter', ['pushed authorization response'], {
  request_uri: {
    summary: 'The name of the request that was pushed; the browser carries it instead of the parameters.',
    detail: rich`Good for one use by the same client.`,
    specs: [rfc(9126, '2.2')],
  },
  expires_in: { summary: 'How many seconds the pushed request is kept.', specs: [rfc(9126, '2.2')] },
})
