import type { TokenDetail } from '#shared/contract/calls/tokens.ts'

import { Badge } from '../../../components/badge.tsx'
import { Card } from '../../../components/card.tsx'
import { type Definition, DefinitionList } from '../../../components/definition-list.tsx'
import { apiAddress, applicationAddress, tokensAddress, userAddress } from '../../../frame/addresses.ts'
import { useCall } from '../../../stores/use-call.ts'
import { useApis } from '../../../stores/use-stores.tsx'
import { formatMoment } from '../../common/format-time.ts'
import { Gate } from '../../common/gate.tsx'
import { Gone } from '../../common/gone.tsx'
import { TextLink } from '../../common/text-link.tsx'
import { formatAge } from '../../common/tokens/age.ts'
import { ForgedBadge } from '../../common/tokens/forged-mark.tsx'
import { ISSUED_TEXT } from '../../common/tokens/issued-text.ts'
import { StateBadge } from '../../common/tokens/state-badge.tsx'
import { useNow } from '../../common/tokens/use-now.ts'
import { Introspection } from './introspection.tsx'
import { Revoke } from './revoke.tsx'
import { stateAt } from './state-at.ts'
import { describeAudience, TEXT } from './text.ts'
import { TokenTraffic } from './token-traffic.tsx'
import { TokenValue } from './token-value.tsx'

export function IssuedDetail({ id }: { readonly id: string }) {
  const state = useCall('tokens.get', { id, secrets: true }, ['exchanges', 'clients'])
  const detail = state.value?.value
  if (state.status === 'failed' && state.error?.code === 'not_found' && detail === undefined) {
    return <Gone {...TEXT.gone} href={tokensAddress('issued')} />
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 md:overflow-auto">
      <Gate state={state} hasValue={detail !== undefined} loading={TEXT.loading} failed={TEXT.failed}>
        {detail && <Detail detail={detail} reload={() => void state.load()} />}
      </Gate>
    </div>
  )
}

interface DetailProps {
  readonly detail: TokenDetail
  readonly reload: () => void
}

function Detail({ detail, reload }: DetailProps) {
  const now = useNow()
  const state = stateAt(detail, now)
  return (
    <>
      <Card
        title={ISSUED_TEXT.kinds[detail.kind]}
        aside={
          <span className="flex flex-wrap gap-1.5">
            <Badge>{ISSUED_TEXT.formats[detail.format]}</Badge>
            <StateBadge state={state} />
            {detail.forged && <ForgedBadge />}
          </span>
        }
        isFlush
        className="flex-none"
      >
        <DefinitionList items={useFacts(detail, now)} />
        {detail.token !== undefined && <TokenValue token={detail.token} format={detail.format} />}
      </Card>
      {detail.token !== undefined && <Introspection token={detail.token} kind={detail.kind} state={state} />}
      <TokenTraffic detail={detail} />
      <Revoke detail={detail} state={state} onRevoked={reload} />
    </>
  )
}

function useFacts(detail: TokenDetail, now: number): readonly Definition[] {
  const apis = useApis(({ items }) => items)
  const { facts } = TEXT
  const { client_id, user, audience, scope, issuedAt, expiresAt, grant } = detail
  return [
    { term: facts.client, value: <TextLink href={applicationAddress(client_id)}>{client_id}</TextLink> },
    {
      term: facts.user,
      value: user === undefined ? facts.noUser : <TextLink href={userAddress(user)}>{user}</TextLink>,
    },
    {
      term: facts.audience,
      value:
        audience.length === 0
          ? describeAudience(detail.kind, audience)
          : audience.map((name) =>
              apis.some(({ identifier }) => identifier === name) ? (
                <TextLink key={name} href={apiAddress(name)}>
                  {name}
                </TextLink>
              ) : (
                <code key={name}>{name} </code>
              ),
            ),
    },
    { term: facts.scope, value: scope === undefined ? facts.noScope : <code className="text-small">{scope}</code> },
    { term: facts.issued, value: `${formatMoment(issuedAt * 1000)}, ${facts.ago(formatAge(issuedAt, now))}` },
    ...(expiresAt === undefined ? [] : [{ term: facts.expires, value: describeExpiry(expiresAt, now) }]),
    {
      term: facts.grant,
      value: grant === undefined ? facts.noGrant : <code className="text-small wrap-anywhere">{grant}</code>,
    },
  ]
}

function describeExpiry(expiresAt: number, now: number): string {
  const { facts } = TEXT
  const span = expiresAt > now ? facts.in(formatAge(now, expiresAt)) : facts.ago(formatAge(expiresAt, now))
  return `${formatMoment(expiresAt * 1000)}, ${span}`
}
