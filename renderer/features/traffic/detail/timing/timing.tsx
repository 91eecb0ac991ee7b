import { ArrowLeft, ArrowRight } from 'lucide-react'
import { Link } from 'wouter'

import type { Exchange, ExchangeSummary } from '#shared/model/exchange.ts'

import { buttonLook } from '../../../../components/button-look.ts'
import { classNames } from '../../../../components/class-names.ts'
import { formatClock, formatTook } from '../../../common/format-time.ts'
import { shortAddress } from '../../../common/read-address.ts'
import { type RunningProgram, useProgram } from '../../../common/use-program.ts'
import { Heading } from '../heading.tsx'
import { otherAddress } from '../other-address.ts'
import { TEXT } from '../text.ts'
import { layoutTimes } from './layout-times.ts'

const words = TEXT.timing

interface TimingProps {
  readonly exchange: Exchange
  /** In the order in which they came, this one among them. */
  readonly siblings: readonly ExchangeSummary[]
}

/** When it was, and what was before and after within its sign-in. */
export function Timing({ exchange, siblings }: TimingProps) {
  const { id, startedAt, duration } = exchange
  const at = siblings.findIndex((sibling) => sibling.id === id)
  const first = siblings[0]
  return (
    <>
      <Heading>{words.title}</Heading>
      <p className="text-small text-ink-2">
        {words.began(formatClock(startedAt))}
        {duration === undefined ? `, ${words.noEnd}` : `, ${words.took(formatTook(duration))}`}
        {first !== undefined && at > 0 && `, ${words.after(formatTook(Math.max(0, startedAt - first.startedAt)))}`}
        {siblings.length > 1 && ` (${words.place(at + 1, siblings.length)})`}.
      </p>
      {siblings.length > 1 && (
        <>
          <Bar siblings={siblings} id={id} />
          <Neighbours before={siblings[at - 1]} after={siblings[at + 1]} />
        </>
      )}
    </>
  )
}

/** A picture of what the words above it and the list of the sign-in say. */
function Bar({ siblings, id }: { readonly siblings: readonly ExchangeSummary[]; readonly id: number }) {
  return (
    <div className="relative h-3.5 overflow-hidden rounded-md border border-line bg-sunken" aria-hidden>
      {layoutTimes(siblings).map((bar) => (
        <span
          key={bar.id}
          className={classNames(
            'absolute inset-y-0.5 min-w-1 rounded-sm',
            bar.id === id ? 'z-10 bg-accent' : 'bg-line-strong',
          )}
          style={{ left: `${bar.left * 100}%`, width: `${bar.width * 100}%` }}
        />
      ))}
    </div>
  )
}

interface NeighboursProps {
  readonly before: ExchangeSummary | undefined
  readonly after: ExchangeSummary | undefined
}

function Neighbours({ before, after }: NeighboursProps) {
  const program = useProgram()
  return (
    <nav aria-label={words.neighbours} className="grid grid-cols-2 gap-2">
      {before === undefined ? <span /> : <Neighbour exchange={before} program={program} isBefore />}
      {after !== undefined && <Neighbour exchange={after} program={program} />}
    </nav>
  )
}

interface NeighbourProps {
  readonly exchange: ExchangeSummary
  readonly program: RunningProgram | undefined
  readonly isBefore?: boolean
}

function Neighbour({ exchange, program, isBefore = false }: NeighbourProps) {
  const { id, method, url } = exchange
  const address = shortAddress(url, program).split('?', 1)[0] ?? ''
  return (
    <Link
      href={otherAddress(id)}
      replace
      className={classNames(
        buttonLook('secondary', 'small'),
        'h-auto! min-w-0 justify-start! py-1 text-left',
        !isBefore && 'justify-end! text-right',
      )}
    >
      {isBefore && <ArrowLeft aria-hidden />}
      <span className="min-w-0">
        <span className="block text-tiny text-ink-3">{isBefore ? words.before : words.next}</span>
        <span className="block truncate font-mono text-small">
          {method} {address}
        </span>
      </span>
      {!isBefore && <ArrowRight aria-hidden />}
    </Link>
  )
}
