import type { KeySource } from '#shared/contract/calls/token-checks.ts'
import type { Jws } from '#shared/tokens/token.ts'

import { Button } from '../../../../components/button.tsx'
import { classNames } from '../../../../components/class-names.ts'
import { TEXT as LOOKS, type Tone } from '../../../../components/tone.ts'
import { useCall } from '../../../../stores/use-call.ts'
import { type ExplainedVerdict, explainVerdict } from './explain-verdict.ts'
import { TEXT } from './text.ts'

interface VerdictOfProps {
  readonly token: Jws
  readonly source: KeySource
}

/** Asked of the program, which may fetch keys; asked again when the issuer's own change. */
export function VerdictOf({ token, source }: VerdictOfProps) {
  const { text, unprotected } = token
  const keys = source
  const verification = { token: text, keys, ...(unprotected && { unprotected: { ...unprotected } }) }
  const { value, error, load } = useCall('tokens.verify', { verification }, source.from === 'issuer' ? ['keys'] : [])
  if (error !== undefined) {
    return (
      <VerdictBar verdict={{ tone: 'warn', title: TEXT.failed, aside: '', text: error.message }}>
        <Button size="small" onClick={() => void load()}>
          {TEXT.again}
        </Button>
      </VerdictBar>
    )
  }
  if (value === undefined) return <VerdictBar verdict={{ tone: 'neutral', title: `${TEXT.checking}…`, aside: '' }} />
  return <VerdictBar verdict={explainVerdict(value, token.claims?.['iss'])} />
}

const GROUNDS: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunken',
  accent: 'bg-accent-soft',
  good: 'bg-good-soft',
  warn: 'bg-warn-soft',
  bad: 'bg-bad-soft',
}

interface VerdictBarProps {
  readonly verdict: ExplainedVerdict
  readonly children?: React.ReactNode
}

export function VerdictBar({ verdict: { tone, title, aside, text }, children }: VerdictBarProps) {
  return (
    <div className={classNames('px-3.5 py-2.5', GROUNDS[tone])}>
      <output className="block">
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span className={classNames('font-semibold', tone === 'neutral' ? 'text-ink-2' : LOOKS[tone])}>{title}</span>
          {aside !== '' && <span className="ml-auto min-w-0 text-tiny wrap-anywhere text-ink-2">{aside}</span>}
        </span>
        {text !== undefined && <span className="mt-0.5 block text-small wrap-anywhere text-ink-2">{text}</span>}
      </output>
      {children}
    </div>
  )
}
