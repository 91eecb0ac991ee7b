import type { Preview, PreviewToken } from '#shared/contract/calls/tokens.ts'
import { assertNever } from '#shared/errors.ts'

import { Badge } from '../../../components/badge.tsx'
import { Card } from '../../../components/card.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useCall } from '../../../stores/use-call.ts'
import { Gate } from '../../common/gate.tsx'
import { Members, Withheld } from './members.tsx'
import type { Picked } from './read-choice.ts'
import { TEXT } from './text.ts'

export function Results({ picked }: { readonly picked: Picked }) {
  const { choice } = picked
  const state = useCall('tokens.preview', { choice }, ['clients', 'apis', 'users', 'keys', 'settings'])
  const preview = state.value
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 md:overflow-auto" aria-live="polite">
      <Gate state={state} hasValue={preview !== undefined} loading={TEXT.loading} failed={TEXT.failed} rows={6}>
        {preview && <Outcome preview={preview} picked={picked} />}
      </Gate>
    </div>
  )
}

interface OutcomeProps {
  readonly preview: Preview
  readonly picked: Picked
}

function Outcome({ preview, picked }: OutcomeProps) {
  const { refused } = preview
  if (refused) {
    return (
      <>
        <Notice tone="bad" title={TEXT.refused(refused.endpoint)}>
          <p>
            <code className="font-semibold">{refused.error}</code> {refused.description}
          </p>
          {refused.reason !== undefined && <p>{refused.reason}</p>}
        </Notice>
        <Scopes preview={preview} />
      </>
    )
  }
  const type = picked.choice.response_type ?? 'code'
  const isCode = type.includes('code')
  return (
    <>
      <Token
        kind="idToken"
        token={preview.idToken}
        none={!isCode && !type.includes('id_token') ? TEXT.noIdTokenHere : TEXT.noIdToken}
      />
      <Token kind="accessToken" token={preview.accessToken} none={TEXT.noAccessToken} aside={preview.api} />
      <Token kind="userInfo" token={preview.userInfo} none={TEXT.noUserInfo} />
      <Scopes preview={preview} />
    </>
  )
}

interface TokenProps {
  readonly kind: 'idToken' | 'accessToken' | 'userInfo'
  readonly token: PreviewToken | undefined
  readonly none: string
  readonly aside?: string | undefined
}

function Token({ kind, token, none, aside }: TokenProps) {
  return (
    <Card
      title={TEXT[kind]}
      aside={
        token && (
          <span className="flex min-w-0 flex-wrap items-center justify-end gap-1.5">
            {aside !== undefined && <code className="wrap-anywhere">{aside}</code>}
            <Badge>{TEXT.formats[token.format]}</Badge>
          </span>
        )
      }
      isFlush
      className="flex-none"
    >
      {token === undefined ? (
        <p className="px-3.5 py-2.5 text-ink-2">{none}</p>
      ) : token.members.length === 0 ? (
        <p className="px-3.5 py-2.5 text-ink-2">{TEXT.encrypted}</p>
      ) : (
        <>
          {token.header.length > 0 && <Members title={TEXT.header} members={token.header} />}
          <Members title={TEXT.claims} members={token.members} />
          <Withheld withheld={token.withheld} />
        </>
      )}
    </Card>
  )
}

function Scopes({ preview: { scopes, refreshToken, refused } }: { readonly preview: Preview }) {
  const words = TEXT.scopes
  return (
    <Card title={words.title} className="flex-none" isFlush>
      {scopes.length === 0 && <p className="px-3.5 py-2.5 text-ink-2">{words.none}</p>}
      <ul className="divide-y divide-line">
        {scopes.map(({ scope, outcome, why, claims }) => (
          <li key={scope} className="flex flex-wrap items-center gap-x-2 gap-y-0.5 px-3.5 py-1.5">
            <code className="text-small font-semibold">{scope}</code>
            <Badge tone={toneOf(outcome)}>{words.outcome[outcome]}</Badge>
            <span className="text-small text-ink-2">{claims.length > 0 ? words.releases(claims) : words.why[why]}</span>
          </li>
        ))}
      </ul>
      {refused === undefined && (
        <p className="border-t border-line px-3.5 py-2 text-small text-ink-2">
          {refreshToken ? TEXT.refresh.true : TEXT.refresh.false}
        </p>
      )}
    </Card>
  )
}

function toneOf(outcome: Preview['scopes'][number]['outcome']) {
  switch (outcome) {
    case 'granted':
      return 'good'
    case 'dropped':
      return 'warn'
    case 'refused':
      return 'bad'
    default:
      return assertNever(outcome)
  }
}
