import { OIDC } from '../../teach/specs.ts'
import { checkEqual } from '../checks.ts'
import { amendArrival, amendDraft, joinOutcomes } from '../compose.ts'
import { withParameters } from '../draft.ts'
import type { Layer } from '../flow.ts'

export const formPost: Layer = {
  id: 'form_post',
  title: 'Form post',
  summary: 'The answer comes as a form that a page posts by itself: not in an address, so not in histories and logs.',
  specs: [OIDC.formPost],
  needs: ['response_modes_supported'],
  uses: { responseMode: 'form_post' },
  checkFit: () => undefined,
  apply(steps) {
    const asked = amendDraft(steps, ['authorization-request'], (_context, draft) =>
      withParameters(draft, { response_mode: 'form_post' }),
    )
    return amendArrival(asked, async (context, arrival, process) => {
      const comparison = {
        id: 'form-post',
        title: 'The answer came in a form',
        spec: OIDC.formPost,
        otherwise: 'It came in the address after all, where histories and logs keep it.',
      }
      const check = checkEqual(comparison, 'form_post', arrival.via)
      return joinOutcomes(await process(context, arrival), { learned: {}, checks: [check] })
    })
  },
}
