import { KeyRound, ScanSearch } from 'lucide-react'
import { useState } from 'react'

import type { EntryContext } from '#shared/teach/contexts.ts'
import { countOutcomes } from '#shared/tokens/check-rules.ts'
import { EXAMPLES } from '#shared/tokens/examples.ts'
import type { Found, Paste } from '#shared/tokens/recognise/paste.ts'

import { Button } from '../../../components/button.tsx'
import { Badge } from '../../../components/badge.tsx'
import { Card } from '../../../components/card.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Select } from '../../../components/select.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import type { Mark } from '../../common/tokens/build-segments.ts'
import { ClaimRows } from '../../common/tokens/claim-rows.tsx'
import { RuleList } from '../../common/tokens/rule-list.tsx'
import type { CheckedToken } from '../../common/tokens/use-checked.ts'
import { OutsideLink } from '../../common/text-link.tsx'
import { Credentials } from './credentials.tsx'
import { Keys } from './keys.tsx'
import { orderClaims } from './order-claims.ts'
import { TEXT } from './text.ts'

interface SaysProps {
  readonly paste: Paste
  readonly found: Found | undefined
  readonly checked: CheckedToken | undefined
  readonly now: number
  readonly mark: Mark | undefined
  readonly onMark: (mark: Mark | undefined) => void
  readonly onKind: (kind: string) => void
  readonly onExample: (text: string) => void
}

/** What the token says: claim by claim, and which rules it keeps. */
export function Says(props: SaysProps) {
  const { checked } = props
  return (
    <Card
      title={TEXT.says}
      isFlush
      aside={checked === undefined ? undefined : <Summary checked={checked} />}
      className="max-md:min-h-64"
    >
      <Content {...props} />
    </Card>
  )
}

function Summary({ checked: { checked } }: { readonly checked: CheckedToken }) {
  const counts = countOutcomes(checked)
  const told = (['broken', 'kept', 'advice'] as const).filter((outcome) => counts[outcome] > 0)
  return told.map((outcome, index) => (
    <span key={outcome} className={outcome === 'broken' ? 'font-semibold text-bad' : undefined}>
      {index > 0 && ', '}
      {TEXT.counted[outcome](counts[outcome])}
    </span>
  ))
}

function Content(props: SaysProps) {
  const { paste, found, checked, onExample } = props
  if (paste.form === 'nothing') return <Nothing onExample={onExample} />
  if (paste.form === 'unknown') {
    return <EmptyState icon={<ScanSearch />} title={TEXT.unknown.title} text={paste.why} />
  }
  if (found === undefined) return null
  const { token, name } = found
  if (token.type === 'keys') return <Keys keys={token.keys} />
  if (token.type === 'credentials') return <Credentials token={token} />
  if (token.type === 'opaque' && name === TEXT.encrypted.inside) {
    return (
      <div className="min-h-0 overflow-auto px-3.5 py-3">
        <CodeBlock label={TEXT.encrypted.inside} code={token.text} />
      </div>
    )
  }
  if (token.type === 'opaque') {
    const more = name === 'code' ? TEXT.opaque.code : name === 'refresh_token' ? TEXT.opaque.refresh : ''
    return <EmptyState icon={<KeyRound />} title={TEXT.opaque.title} text={`${TEXT.opaque.text} ${more}`} />
  }
  if (token.type === 'jwe') return <HeaderRows {...props} header={token.header} context="JWE header" />
  return checked === undefined ? (
    <Unreadable {...props} header={token.type === 'jws' ? token.header : {}} />
  ) : (
    <Readable {...props} found={found} checked={checked} />
  )
}

function Nothing({ onExample }: Pick<SaysProps, 'onExample'>) {
  return (
    <EmptyState
      icon={<ScanSearch />}
      title={TEXT.nothing.title}
      text={TEXT.nothing.text}
      action={
        <div className="flex flex-col items-center gap-1.5">
          <p className="text-small text-ink-3">{TEXT.nothing.examples}</p>
          {EXAMPLES.map(({ title, text, spec }) => (
            <Button key={spec.label} size="small" onClick={() => onExample(text)}>
              {title} <span className="text-ink-3">{spec.label}</span>
            </Button>
          ))}
        </div>
      }
    />
  )
}

interface HeaderRowsProps extends SaysProps {
  readonly header: Readonly<Record<string, unknown>>
  readonly context: EntryContext
}

/** A payload that is no JSON object has no claims; the header has its say. */
function Unreadable(props: SaysProps & { readonly header: Readonly<Record<string, unknown>> }) {
  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <p className="px-3.5 py-2.5 text-small text-ink-2">{TEXT.noClaims}</p>
      <HeaderRows {...props} context="JOSE header" />
    </div>
  )
}

function HeaderRows({ header, context, now, mark, onMark }: HeaderRowsProps) {
  return (
    <ClaimRows
      members={header}
      context={context}
      checked={[]}
      now={now}
      marked={mark?.part === 'header' ? mark.name : undefined}
      onMark={(name) => onMark(name === undefined ? undefined : { part: 'header', name })}
    />
  )
}

type ReadableProps = SaysProps & { readonly found: Found; readonly checked: CheckedToken }

const VIEWS = ['claims', 'header', 'rules'] as const

function Readable(props: ReadableProps) {
  const { found, checked, now, mark, onMark } = props
  const [tab, setTab] = useState<(typeof VIEWS)[number]>('claims')
  const { token } = found
  const claims = token.type === 'jws' || token.type === 'statement' ? (token.claims ?? {}) : {}
  const isSigned = token.type === 'jws'
  const { broken } = countOutcomes(checked.checked)
  const inHeader = new Set(['alg', 'typ', 'kid', 'jwk', 'crit'])
  const all = [
    {
      id: 'claims' as const,
      title: TEXT.tabs.claims,
      content:
        Object.keys(claims).length === 0 ? (
          <p className="px-3.5 py-2.5 text-ink-2">{TEXT.emptyClaims}</p>
        ) : (
          <ClaimRows
            members={orderClaims(claims)}
            context={checked.kind.context}
            checked={checked.checked.filter(({ rule }) => !inHeader.has(rule.id))}
            now={now}
            marked={mark?.part === 'payload' ? mark.name : undefined}
            onMark={(name) => onMark(name === undefined ? undefined : { part: 'payload', name })}
          />
        ),
    },
    {
      id: 'header' as const,
      title: TEXT.tabs.header,
      content: (
        <ClaimRows
          members={isSigned ? token.header : {}}
          context="JOSE header"
          checked={checked.checked.filter(({ rule }) => inHeader.has(rule.id))}
          now={now}
          marked={mark?.part === 'header' ? mark.name : undefined}
          onMark={(name) => onMark(name === undefined ? undefined : { part: 'header', name })}
        />
      ),
    },
    {
      id: 'rules' as const,
      title: (
        <>
          {TEXT.tabs.rules} {broken > 0 && <Badge tone="bad">{broken}</Badge>}
        </>
      ),
      content: <Rules {...props} />,
    },
  ]
  const tabs = all.filter(({ id }) => isSigned || id !== 'header')
  return (
    <Tabs
      label={TEXT.tabs.label}
      tabs={tabs}
      value={isSigned || tab !== 'header' ? tab : 'claims'}
      onChange={setTab}
      isFilling
    />
  )
}

function Rules({ checked: { kind, kinds, because, checked }, onKind }: ReadableProps) {
  const applied = checked.filter(({ result }) => result.outcome !== 'not applicable')
  const others = checked.filter(({ result }) => result.outcome === 'not applicable')
  return (
    <>
      <div className="flex flex-col gap-1 border-b border-line px-3.5 py-2.5">
        <Select
          label={TEXT.readAs}
          value={kind.id}
          options={kinds.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={onKind}
          className="max-w-72"
        />
        <p className="text-small text-ink-2">
          {kind.summary} {because === undefined ? TEXT.chosen : TEXT.because(because)}{' '}
          <OutsideLink href={kind.spec.href}>{kind.spec.label}</OutsideLink>
        </p>
      </div>
      <RuleList checked={applied} label={TEXT.rules} />
      {others.length > 0 && (
        <details className="border-t border-line">
          <summary className="cursor-pointer px-3.5 py-2 text-small text-ink-2">{TEXT.notForIt(others.length)}</summary>
          <RuleList checked={others} label={TEXT.notForIt(others.length)} />
        </details>
      )}
    </>
  )
}
