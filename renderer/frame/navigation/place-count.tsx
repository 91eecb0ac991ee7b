import { useCounts, useExchanges } from '../../stores/use-stores.tsx'
import type { Place } from '../places.ts'
import { TEXT } from '../text.ts'

type Counted = NonNullable<Place['count']>

interface CountProps {
  readonly isHidden: boolean
}

const COUNTS: Readonly<Record<Counted, (props: CountProps) => React.ReactNode>> = {
  exchanges: (props) => <Count {...props} of="exchanges" count={useExchanges(({ stored }) => stored)} />,
  clients: (props) => <Count {...props} of="clients" count={useCounts(({ value }) => value?.clients ?? 0)} />,
  apis: (props) => <Count {...props} of="apis" count={useCounts(({ value }) => value?.apis ?? 0)} />,
  users: (props) => <Count {...props} of="users" count={useCounts(({ value }) => value?.users ?? 0)} />,
}

/** How many there are. Nothing while that is not known, and nothing for none. */
export function PlaceCount({ of, isHidden }: CountProps & { readonly of: Counted }) {
  const Of = COUNTS[of]
  return <Of isHidden={isHidden} />
}

interface ShownCountProps extends CountProps {
  readonly of: Counted
  readonly count: number
}

const EXACT = new Intl.NumberFormat('en')
const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

function Count({ of, count, isHidden }: ShownCountProps) {
  if (count === 0) return null
  return (
    <>
      {!isHidden && (
        <span className="ml-auto font-mono text-tiny text-ink-3" aria-hidden>
          {count < 10_000 ? EXACT.format(count) : SHORT.format(count)}
        </span>
      )}
      <span className="sr-only">
        , {EXACT.format(count)} {TEXT.navigation.count[of]}
      </span>
    </>
  )
}
