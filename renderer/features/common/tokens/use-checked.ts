import { useEffect, useMemo, useState } from 'react'

import {
  buildSubject,
  type CheckedRule,
  checkRules,
  readClaims,
  type UntimedSubject,
} from '#shared/tokens/check-rules.ts'
import type { Kind } from '#shared/tokens/kinds/kind.ts'
import { listKinds, recogniseKind } from '#shared/tokens/kinds/kinds.ts'
import type { Found, Members } from '#shared/tokens/recognise/paste.ts'

export interface CheckedToken {
  readonly kind: Kind
  /** By what it was told; undefined where somebody chose the kind. */
  readonly because: string | undefined
  readonly kinds: readonly Kind[]
  readonly checked: readonly CheckedRule[]
}

/** What kind of token it is and which rules it keeps; undefined for what cannot be read. Hashes take a moment. */
export function useChecked(
  found: Found | undefined,
  members: Members,
  now: number,
  chosen?: string,
): CheckedToken | undefined {
  const read = useMemo(() => (found === undefined ? undefined : readClaims(found.token)), [found])
  const [subject, setSubject] = useState<{ readonly found: Found; readonly subject: UntimedSubject }>()
  useEffect(() => {
    if (found === undefined) return
    let isWanted = true
    void buildSubject(found, members).then((built) => {
      if (isWanted && built !== undefined) setSubject({ found, subject: built })
    })
    return () => void (isWanted = false)
  }, [found, members])

  if (found === undefined || read === undefined) return undefined
  const told = recogniseKind({ name: found.name, ...read })
  const kinds = listKinds(read.isJwt)
  const kind = kinds.find(({ id }) => id === chosen) ?? told.kind
  const ready = subject?.found === found ? subject.subject : { name: found.name, members, ...read, hashes: {} }
  return {
    kind,
    because: kind === told.kind ? told.because : undefined,
    kinds,
    checked: checkRules(kind, { ...ready, now }),
  }
}
