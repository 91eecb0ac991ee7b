import { CircleCheck, CircleMinus, CircleX, type LucideIcon } from 'lucide-react'

import type { Check } from '#shared/flows/flow.ts'

import { classNames } from '../../../../components/class-names.ts'
import { LongValue } from '../../../../components/long-value.tsx'
import { OutsideLink } from '../../../common/text-link.tsx'
import { TEXT } from '../text.ts'
import { Heading } from './panel.tsx'

const words = TEXT.response

const LOOKS: Readonly<Record<Check['outcome'], readonly [LucideIcon, string]>> = {
  passed: [CircleCheck, 'text-good'],
  failed: [CircleX, 'text-bad'],
  skipped: [CircleMinus, 'text-ink-3'],
}

/** What the application has compared, and how each came out. */
export function Checks({ checks }: { readonly checks: readonly Check[] }) {
  const counted = checks.filter(({ outcome }) => outcome !== 'skipped')
  const passed = counted.filter(({ outcome }) => outcome === 'passed')
  return (
    <>
      <Heading aside={words.passed(passed.length, counted.length)}>{words.checks}</Heading>
      <ul aria-label={words.checks} className="divide-y divide-line overflow-hidden rounded-lg border border-line">
        {checks.map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ul>
    </>
  )
}

function CheckRow({ check }: { readonly check: Check }) {
  const { title, outcome, expected, found, explanation, spec } = check
  const [Icon, ink] = LOOKS[outcome]
  // Where both are the same, once is enough.
  const shown = outcome === 'passed' ? (found ?? expected) : undefined
  return (
    <li
      className={classNames(
        'grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 px-2.75 py-2',
        outcome === 'failed' && 'bg-bad-soft',
      )}
    >
      <Icon className={classNames('mt-0.5 size-4', ink)} aria-label={words.outcomes[outcome]} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline justify-between gap-x-2">
          <span className="font-medium">{title}</span>
          <span className="text-small">
            <OutsideLink href={spec.href}>{spec.label}</OutsideLink>
          </span>
        </p>
        {shown !== undefined && (
          <p className="text-ink-3">
            <LongValue className="max-h-16">{shown}</LongValue>
          </p>
        )}
        {outcome === 'failed' && (
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-small text-ink-2">
            {expected !== undefined && <Compared term={words.expected} value={expected} />}
            {found !== undefined && <Compared term={words.found} value={found} />}
          </dl>
        )}
        {explanation !== undefined && <p className="text-small text-ink-2">{explanation}</p>}
      </div>
    </li>
  )
}

function Compared({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd className="font-mono wrap-anywhere">{value}</dd>
    </>
  )
}
