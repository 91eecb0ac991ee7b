import type { ClientMetadata } from '#shared/model/client.ts'
import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'

import { useIssuers } from '../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

/** As it is kept, by its id; undefined for the program's own, and while nothing is known of it yet. */
export function useOutsideIssuer(id: string | undefined): OutsideIssuer | undefined {
  const found = useIssuers(({ value }) => value?.items.find((item) => item.id === id))
  // What the contract calls open text is what the issuer said, checked when it was fetched.
  return found as unknown as OutsideIssuer | undefined
}

/** What has to be typed in again before this client can prove who it is. */
export function explainMissing(client: ClientMetadata): string | undefined {
  const { meta } = client as { readonly meta?: { readonly secret?: string; readonly key?: string } }
  if (meta?.secret === 'missing') return TEXT.issuer.missingSecret(client.client_id)
  return meta?.key === 'missing' ? TEXT.issuer.missingKey(client.client_id) : undefined
}
