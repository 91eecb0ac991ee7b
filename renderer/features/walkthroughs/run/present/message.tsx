import { CircleCheck, CircleMinus, CircleX, LockKeyhole, type LucideIcon } from 'lucide-react'
import { useRef } from 'react'

import type { Check } from '#shared/flows/flow.ts'

import { ActorChip } from '../../../../components/actor-chip.tsx'
import { Badge } from '../../../../components/badge.tsx'
import { classNames } from '../../../../components/class-names.ts'
import { useOverflows } from '../../../../components/use-overflows.ts'
import type { Walk } from '../walk.ts'
import { type Fact, listFacts } from './list-facts.ts'
import { TEXT } from './text.ts'
import type { Page } from './turn-page.ts'

interface MessageProps {
  readonly walk: Walk
  readonly page: Page
}

/** The one thing that is talked about. */
export function Message({ walk, page }: MessageProps) {
  const { step, stepRun, run, parties, isLive } = walk
  const box = useRef<HTMLElement>(null)
  const overflows = useOverflows(box)
  const isAnswer = page.half === 'response' && stepRun.answer !== undefined
  const [from, to] = isAnswer ? [step.to, step.from] : [step.from, step.to]
  const { line, refusal, failure, values, moreValues, checks, moreChecks } = listFacts(
    step,
    stepRun,
    run.known,
    page.half,
  )
  return (
    <section
      ref={box}
      aria-live="polite"
      aria-label={step.title}
      data-scrolls
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={overflows ? 0 : undefined}
      className="flex min-h-0 min-w-0 flex-1 flex-col gap-2 overflow-auto rounded-card border border-line bg-panel px-4 py-3 focus-visible:-outline-offset-2"
    >
      <p className="flex flex-wrap items-center gap-x-2 text-large text-ink-2">
        <ActorChip actor={from} name={parties[from]} />
        {from !== to && (
          <>
            <span aria-hidden>→</span>
            <span className="sr-only">to</span> <ActorChip actor={to} name={parties[to]} />
          </>
        )}
      </p>
      <h2 className="text-[1.4375rem]/[1.2] font-bold tracking-tight text-balance">{step.title}</h2>
      {line !== undefined && (
        <p
          className={classNames(
            'rounded-lg bg-sunken px-2.5 py-1.5 font-mono text-large font-semibold wrap-anywhere',
            refusal === undefined ? 'text-accent' : 'text-bad',
          )}
        >
          {line}
        </p>
      )}
      {refusal !== undefined && (
        <div className="rounded-lg bg-bad-soft px-2.5 py-2">
          <p className="font-mono text-large font-bold wrap-anywhere text-bad">{refusal.code}</p>
          {refusal.description !== undefined && <p className="text-base text-ink">{refusal.description}</p>}
        </div>
      )}
      {failure !== undefined && refusal === undefined && <p className="text-large text-bad">{failure}</p>}
      {values.length > 0 && (
        <>
          <h3 className="sr-only">{page.half === 'request' ? TEXT.request : TEXT.response}</h3>
          <dl className="flex flex-col gap-1.5">
            {values.map((fact, at) => (
              <FactRow key={`${at} ${fact.name}`} fact={fact} />
            ))}
          </dl>
          <More count={moreValues} />
        </>
      )}
      {checks.length > 0 && (
        <>
          <h3 className="mt-1 text-base font-semibold text-ink-2">{TEXT.checks}</h3>
          <ul className="flex flex-col gap-1">
            {checks.map((check) => (
              <CheckRow key={check.id} check={check} />
            ))}
          </ul>
          <More count={moreChecks} />
        </>
      )}
      {step.kind === 'person' && stepRun.state === 'skipped' && <p className="text-large text-ink-2">{TEXT.leftOut}</p>}
      {isLive && run.state === 'waiting' && <p className="text-large text-ink-2">{TEXT.turn(parties.user)}</p>}
    </section>
  )
}

function FactRow({ fact: { name, value, isSecret, isChanged } }: { readonly fact: Fact }) {
  return (
    <div className="min-w-0">
      <dt className="flex flex-wrap items-center gap-x-2 font-mono text-base font-bold">
        {name}
        {isChanged && <Badge tone="accent">{TEXT.changed}</Badge>}
        {isSecret && (
          <Badge tone="warn">
            <LockKeyhole className="mr-1 inline size-3" aria-hidden />
            {TEXT.secret}
          </Badge>
        )}
      </dt>
      <dd className="truncate font-mono text-base text-ink-2" title={value}>
        {value}
      </dd>
    </div>
  )
}

const LOOKS: Readonly<Record<Check['outcome'], readonly [LucideIcon, string]>> = {
  passed: [CircleCheck, 'text-good'],
  failed: [CircleX, 'text-bad'],
  skipped: [CircleMinus, 'text-ink-3'],
}

function CheckRow({ check: { title, outcome, explanation } }: { readonly check: Check }) {
  const [Icon, ink] = LOOKS[outcome]
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-base">
      <Icon className={classNames('mt-0.5 size-4', ink)} aria-label={TEXT.outcomes[outcome]} />
      <span className={outcome === 'failed' ? 'font-semibold text-bad' : ''}>
        {title}
        {outcome === 'failed' && explanation !== undefined && (
          <span className="block font-normal text-ink">{explanation}</span>
        )}
      </span>
    </li>
  )
}

function More({ count }: { readonly count: number }) {
  return count > 0 && <p className="text-base text-ink-3">{TEXT.more(count)}</p>
}
