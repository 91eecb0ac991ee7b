import { useEffect, useState } from 'react'

import type { DecodedJwt } from '#shared/tokens/decode-jwt.ts'

import { formatMoment, formatSpan } from '../format-time.ts'
import { TEXT } from './text.ts'

/** From when until when it is good, and where now is between the two. */
export function TokenTimes({ claims }: Pick<DecodedJwt, 'claims'>) {
  const now = useNow()
  const { iat, exp } = claims
  if (typeof iat !== 'number' || typeof exp !== 'number' || exp <= iat) return null
  const part = Math.min(1, Math.max(0, (now - iat) / (exp - iat)))
  return (
    <div className="text-small">
      <div className="relative my-1 h-1.5 rounded-full bg-line-strong" aria-hidden>
        <div className="h-full rounded-full bg-accent" style={{ width: `${part * 100}%` }} />
        <div
          className="absolute top-1/2 size-3 -translate-1/2 rounded-full border-2 border-panel bg-accent"
          style={{ left: `${part * 100}%` }}
        />
      </div>
      <dl className="flex flex-wrap justify-between gap-x-4 text-ink-2">
        <Time term={TEXT.issued} at={iat} now={now} />
        <Time term={TEXT.expires} at={exp} now={now} />
      </dl>
    </div>
  )
}

function Time({ term, at, now }: { readonly term: string; readonly at: number; readonly now: number }) {
  const seconds = Math.abs(at - now)
  const rounded = seconds > 120 ? Math.round(seconds / 60) * 60 : seconds
  const span = formatSpan(Math.max(1, rounded))
  return (
    <div>
      <dt className="inline text-ink-3">{term} </dt>
      <dd className="inline" title={formatMoment(at * 1000)}>
        {at <= now ? TEXT.ago(span) : TEXT.in(span)}
      </dd>
    </div>
  )
}

/** Seconds since the epoch, counted now and then. */
function useNow(): number {
  const [now, setNow] = useState(readNow)
  useEffect(() => {
    const timer = setInterval(() => setNow(readNow()), 5000)
    return () => clearInterval(timer)
  }, [])
  return now
}

function readNow(): number {
  return Math.floor(Date.now() / 1000)
}
