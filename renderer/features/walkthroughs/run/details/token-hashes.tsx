import { CircleCheck, CircleX } from 'lucide-react'
import { useEffect, useState } from 'react'

import { LongValue } from '../../../../components/long-value.tsx'
import { TEXT } from '../text.ts'
import { buildHashSteps, type HashSteps, type HashWanted } from '#shared/flows/hash-steps.ts'

const words = TEXT.tokens.hashes

interface TokenHashesProps {
  readonly hashes: readonly HashWanted[]
  /** Of the ID token's signature. */
  readonly alg: unknown
}

/** What the ID token vouches for, worked out here and now by the screen itself. */
export function TokenHashes({ hashes, alg }: TokenHashesProps) {
  return hashes.map((wanted) => <TokenHash key={wanted.claim} wanted={wanted} alg={alg} />)
}

function TokenHash({ wanted: { claim, of, text, said }, alg }: { readonly wanted: HashWanted; readonly alg: unknown }) {
  const steps = useHashSteps(text, alg)
  if (steps === undefined) return null
  const isSame = steps.encoded === said
  const [Icon, ink] = isSame ? [CircleCheck, 'text-good'] : [CircleX, 'text-bad']
  return (
    <section aria-label={words.title(claim)} className="rounded-lg border border-line">
      <h3 className="flex items-center gap-1.5 border-b border-line px-2.75 py-1.5 text-small font-semibold">
        <Icon className={`size-4 flex-none ${ink}`} aria-hidden /> {words.title(claim)}
      </h3>
      <dl className="flex flex-col gap-1.5 px-2.75 py-2 text-small">
        <Row term={words.text(of)}>
          <LongValue className="max-h-9 text-ink-2">{text}</LongValue>
        </Row>
        <Row term={words.digest(steps.name)}>
          <span className="font-mono wrap-anywhere">
            <mark className="bg-accent-soft text-ink">{steps.left}</mark>
            <span className="text-ink-3">{steps.right}</span>
          </span>
        </Row>
        <Row term={words.encoded}>
          <span className="font-mono wrap-anywhere">{steps.encoded}</span>
        </Row>
        <Row term={words.said(claim)}>
          <span className={`font-mono wrap-anywhere ${ink}`}>{said}</span>
        </Row>
      </dl>
      <p className="border-t border-line px-2.75 py-1.5 text-small text-ink-2">
        {isSame ? words.same(of) : words.different(of)}
      </p>
    </section>
  )
}

function Row({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-tiny text-ink-3">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

function useHashSteps(text: string, alg: unknown): HashSteps | undefined {
  const [steps, setSteps] = useState<HashSteps>()
  useEffect(() => {
    let isWanted = true
    void buildHashSteps(text, alg).then((found) => {
      if (isWanted) setSteps(found)
    })
    return () => {
      isWanted = false
    }
  }, [text, alg])
  return steps
}
