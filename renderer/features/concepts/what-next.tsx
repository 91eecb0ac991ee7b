import { ArrowLeft, ArrowRight, Play } from 'lucide-react'
import { Link } from 'wouter'

import { CONCEPTS } from '#shared/teach/concepts.ts'
import type { Concept } from '#shared/teach/concepts/concept.ts'

import { buttonLook } from '../../components/button-look.ts'
import { conceptAddress, referenceAddress, runAddress } from '../../frame/addresses.ts'
import { useRuns } from '../../stores/use-stores.tsx'
import { setupAddress } from '../common/setup-address.ts'
import { TextLink } from '../common/text-link.tsx'
import { TEXT } from './text.ts'

/** No page is a dead end: see it happen, look it up, read on. */
export function WhatNext({ concept }: { readonly concept: Concept }) {
  const { walkthroughs, names, places = [] } = concept.next
  return (
    <footer className="flex flex-col gap-4 border-t border-line pt-5">
      <h3 className="text-title font-semibold tracking-tight">{TEXT.next}</h3>
      <div className="flex flex-wrap gap-2">
        {walkthroughs.map(({ flow, label }, index) => (
          <Link key={flow} href={setupAddress(flow)} className={buttonLook(index === 0 ? 'primary' : 'secondary')}>
            <Play aria-hidden />
            {label}
          </Link>
        ))}
        {concept.id === 'tokens' && <OwnTokens />}
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <dt className="text-ink-3">{TEXT.lookUp}</dt>
        <dd className="flex flex-wrap gap-x-3 gap-y-1">
          {names.map((name) => (
            <TextLink key={name} href={referenceAddress(name)} className="font-mono text-small">
              {name}
            </TextLink>
          ))}
        </dd>
        {places.length > 0 && (
          <>
            <dt className="text-ink-3">{TEXT.seeAlso}</dt>
            <dd className="flex flex-wrap gap-x-3 gap-y-1">
              {places.map(({ label, href }) => (
                <TextLink key={href} href={href}>
                  {label}
                </TextLink>
              ))}
            </dd>
          </>
        )}
      </dl>
      <Neighbours id={concept.id} />
    </footer>
  )
}

/** Real ones, where somebody has walked already. */
function OwnTokens() {
  const run = useRuns(({ items }) =>
    items.find(({ flow, state }) => state === 'done' && flow.startsWith('authorization')),
  )
  if (run === undefined) return null
  return (
    <Link href={`${runAddress(run.flow, run.id)}?step=token-request&tab=tokens`} className={buttonLook()}>
      {TEXT.yours}
    </Link>
  )
}

function Neighbours({ id }: { readonly id: string }) {
  const at = CONCEPTS.findIndex((concept) => concept.id === id)
  const [before, after] = [CONCEPTS[at - 1], CONCEPTS[at + 1]]
  return (
    <div className="flex flex-wrap justify-between gap-3 pt-2">
      {before === undefined ? (
        <span />
      ) : (
        <Link href={conceptAddress(before.id)} className={buttonLook('ghost')}>
          <ArrowLeft aria-hidden />
          <span className="sr-only">{TEXT.previous}: </span>
          {before.title}
        </Link>
      )}
      {after !== undefined && (
        <Link href={conceptAddress(after.id)} className={buttonLook('ghost')}>
          <span className="sr-only">{TEXT.following}: </span>
          {after.title}
          <ArrowRight aria-hidden />
        </Link>
      )}
    </div>
  )
}
