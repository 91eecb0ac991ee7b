import type { Draft } from '#shared/flows/flow.ts'
import { hasKeptSecret } from '#shared/flows/has-kept-secret.ts'
import { KEPT_SECRET } from '#shared/model/outside-issuer.ts'

import { Notice } from '../../../../components/notice.tsx'
import { TEXT } from '../text.ts'

/** Of a client at another issuer something else is shown in place of its secret. */
export function KeptSecretNote({ draft }: { readonly draft: Draft }) {
  return hasKeptSecret(draft) ? <Notice tone="neutral">{TEXT.keptSecret(KEPT_SECRET)}</Notice> : null
}
