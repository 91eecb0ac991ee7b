import { exchangeAddress, issuedTokenAddress } from '../../../frame/addresses.ts'
import { useClients, useUsers } from '../../../stores/use-stores.tsx'
import { useCall } from '../../../stores/use-call.ts'
import { clientName } from '../client-name.ts'
import { TextLink } from '../text-link.tsx'
import { formatAge } from './age.ts'
import { describeMark, ForgedBadge } from './forged-mark.tsx'
import { ISSUED_TEXT } from './issued-text.ts'
import { StateBadge } from './state-badge.tsx'
import { useNow } from './use-now.ts'

/** Whom this issuer gave a token to, when, and by which exchange; or that it was forged here. Nothing for a stranger's. */
export function OriginOfToken({ token }: { readonly token: string }) {
  const { value } = useCall('tokens.lookup', { presented: { token } })
  const now = useNow()
  const issued = value?.issued
  const client = useClients(({ items }) => items.find((item) => item.client_id === issued?.client_id))
  const user = useUsers(({ items }) => items.find((item) => item.username === issued?.user))
  if (value?.forged) {
    return (
      <span className="flex flex-wrap items-center gap-1.5">
        <ForgedBadge /> {describeMark(value.forged, now)}
      </span>
    )
  }
  if (issued === undefined) return null
  const name = client === undefined ? issued.client_id : clientName(client)
  const person = user?.claims['given_name']
  return (
    <span className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
      <StateBadge state={issued.state} />
      <span>
        {ISSUED_TEXT.given(name, typeof person === 'string' ? person : issued.user, formatAge(issued.issuedAt, now))}
      </span>
      {value?.madeBy !== undefined && (
        <>
          <span aria-hidden>·</span>
          <TextLink href={exchangeAddress(value.madeBy.id)}>{ISSUED_TEXT.maker}</TextLink>
        </>
      )}
      {!issued.id.startsWith('jwt.') && (
        <>
          <span aria-hidden>·</span>
          <TextLink href={issuedTokenAddress(issued.id)}>{ISSUED_TEXT.more}</TextLink>
        </>
      )}
    </span>
  )
}
