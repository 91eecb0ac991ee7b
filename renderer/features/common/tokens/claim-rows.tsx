import type { EntryContext } from '#shared/teach/contexts.ts'
import type { CheckedRule } from '#shared/tokens/check-rules.ts'

import { classNames } from '../../../components/class-names.ts'
import { CopyButton } from '../../../components/copy-button.tsx'
import { LongValue } from '../../../components/long-value.tsx'
import { referenceAddress } from '../../../frame/addresses.ts'
import { formatMoment } from '../format-time.ts'
import { OutsideLink, TextLink } from '../text-link.tsx'
import { type Dictionary, useDictionary } from '../use-dictionary.ts'
import { formatFromNow } from './format-distance.ts'
import { OutcomeMark } from './outcome-mark.tsx'

interface ClaimRowsProps {
  readonly members: Readonly<Record<string, unknown>>
  readonly context: EntryContext | undefined
  readonly checked: readonly CheckedRule[]
  readonly now: number
  readonly marked: string | undefined
  readonly onMark: (name: string | undefined) => void
}

/** What is told of a rule beside its claim: what is wrong, and what was made again. */
const TELLING = new Set(['nonce', 'at_hash', 'c_hash', 's_hash', 'ath', 'cnf'])
const TIMES = new Set(['iat', 'exp', 'nbf', 'auth_time', 'updated_at'])

/** Claim by claim: the value, what it means, and what the rules say of it. */
export function ClaimRows({ members, context, checked, now, marked, onMark }: ClaimRowsProps) {
  const dictionary = useDictionary()
  return (
    <dl className="divide-y divide-line">
      {Object.entries(members).map(([name, value]) => (
        <ClaimRow
          key={name}
          name={name}
          value={value}
          now={now}
          entry={explain(dictionary, name, context)}
          checked={checked.filter(({ rule, result }) => rule.id === name && isTold(rule.id, result.outcome))}
          isMarked={marked === name}
          onMark={onMark}
        />
      ))}
    </dl>
  )
}

type Entry = ReturnType<Dictionary['explain']>

/** A claim has another meaning than a parameter of the same name; a header member is one of its own. */
function explain(dictionary: Dictionary | undefined, name: string, context: EntryContext | undefined): Entry {
  const there = dictionary?.explain(name, { context })
  return there ?? dictionary?.explain(name, { kind: 'claim' })
}

function isTold(id: string, outcome: CheckedRule['result']['outcome']): boolean {
  return outcome === 'broken' || outcome === 'advice' || (outcome === 'kept' && TELLING.has(id))
}

interface ClaimRowProps extends Pick<ClaimRowsProps, 'now' | 'checked' | 'onMark'> {
  readonly name: string
  readonly value: unknown
  readonly entry: Entry
  readonly isMarked: boolean
}

function ClaimRow({ name, value, now, entry, checked, isMarked, onMark }: ClaimRowProps) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const spec = entry?.specs[0]
  return (
    <div
      className={classNames(
        'grid gap-x-3 gap-y-0.5 px-3.5 py-2 sm:grid-cols-[7rem_minmax(0,1fr)_auto]',
        isMarked && 'bg-accent-soft',
      )}
      onPointerEnter={() => onMark(name)}
      onPointerLeave={() => onMark(undefined)}
      onFocus={() => onMark(name)}
      onBlur={() => onMark(undefined)}
    >
      <dt className="min-w-0 font-mono text-small font-semibold wrap-anywhere">
        {entry === undefined ? name : <TextLink href={referenceAddress(name)}>{name}</TextLink>}
      </dt>
      <dd className="min-w-0">
        <LongValue className="max-h-32">{readable(name, value, text, now)}</LongValue>
        {entry !== undefined && (
          <p className="mt-0.5 text-small text-ink-2">
            {entry.summary} {spec !== undefined && <OutsideLink href={spec.href}>{spec.label}</OutsideLink>}
          </p>
        )}
        {checked.map(({ rule, result }) => (
          <p key={rule.title} className="mt-0.5 flex gap-1.5 text-small text-ink">
            <OutcomeMark outcome={result.outcome} /> <span className="min-w-0 wrap-anywhere">{result.explanation}</span>
          </p>
        ))}
      </dd>
      <dd className="-my-1 max-sm:hidden">
        <CopyButton text={text} label={`Copy ${name}`} />
      </dd>
    </div>
  )
}

function readable(name: string, value: unknown, text: string, now: number): string {
  if (!TIMES.has(name) || typeof value !== 'number' || Math.abs(value) > 8.64e12) return text
  return `${formatMoment(value * 1000)}, ${formatFromNow(value, now)}`
}
