import { useEffect, useMemo, useState } from 'react'

import type { ForgedMark } from '#shared/contract/calls/tokens.ts'
import type { Exchange } from '#shared/model/exchange.ts'

import { Badge } from '../../../components/badge.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useBridge } from '../../../stores/use-stores.tsx'
import { formatAge } from './age.ts'
import { findJwts } from './find-jwts.ts'
import { ISSUED_TEXT } from './issued-text.ts'
import { useNow } from './use-now.ts'

/** A token that was forged here says so wherever it appears again. */
export function ForgedBadge() {
  return <Badge tone="bad">{ISSUED_TEXT.forged}</Badge>
}

export function ForgedNotice({ marks }: { readonly marks: readonly ForgedMark[] }) {
  const now = useNow()
  if (marks.length === 0) return null
  return (
    <Notice tone="bad" title={ISSUED_TEXT.forgedHere(marks.length)}>
      <ul>
        {marks.map((mark) => (
          <li key={mark.hash}>{describeMark(mark, now)}</li>
        ))}
      </ul>
    </Notice>
  )
}

export function describeMark({ about, madeAt, with: signedWith }: ForgedMark, now: number): string {
  const made = `${ISSUED_TEXT.madeAgo(formatAge(madeAt, now))}, ${ISSUED_TEXT.forgedWith[signedWith]}`
  return about === undefined || about === '' ? made : `${about}: ${made}`
}

const MOST = 6

/** Above an exchange that carries one, and nothing above all others. */
export function ForgedInExchange({ exchange }: { readonly exchange: Exchange }) {
  const tokens = useMemo(() => findJwts(textsOf(exchange), MOST), [exchange])
  return <ForgedNotice marks={useForgedMarks(tokens)} />
}

function textsOf({ request, response, handover }: Exchange): readonly string[] {
  return [
    request.url,
    ...request.headers.map(([, value]) => value),
    request.body.text,
    ...(response === 'aborted' ? [] : [...response.headers.map(([, value]) => value), response.body.text]),
    ...(handover ? Object.values(handover.parameters) : []),
  ]
}

/** The marks of those among the tokens that were forged here. */
export function useForgedMarks(tokens: readonly string[]): readonly ForgedMark[] {
  const bridge = useBridge()
  const [found, setFound] = useState<{ readonly key: string; readonly marks: readonly ForgedMark[] }>()
  const key = tokens.join(' ')
  useEffect(() => {
    let isCurrent = true
    async function look(): Promise<void> {
      const asked = key === '' ? [] : key.split(' ')
      const answers = await Promise.all(asked.map((token) => bridge.call('tokens.lookup', { presented: { token } })))
      const marks = answers.flatMap(({ forged }) => forged ?? [])
      if (isCurrent) setFound({ key, marks })
    }
    // Whether a token is marked matters less than what it is shown with; without an answer there is no mark.
    look().catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [bridge, key])
  return found?.key === key ? found.marks : []
}
