import { useApis, useClients, useExchanges, useUsers } from '../../stores/use-stores.tsx'
import type { Place } from '../places.ts'
import { TEXT } from '../text.ts'

type Counted = NonNullable<Place['count']>

interface CountProps {
  readonly isHidden: boolean
}

const COUNTS: Readonly<Record<Counted, (props: CountProps) => React.ReactNode>> = {
  exchanges: (props) => <Count {...props} of="exchanges" count={useExchanges(({ stored }) => stored)} />,
  clients: (props) => <Count {...props} of="clients" count={useClients(({ items }) => items.length)} />,
  apis: (props) => <Count {...props} of="apis" count={useApis(({ items }) => items.length)} />,
  users: (props) => <Count {...props} of="users" count={useUsers(({ items }) => items.length)} />,
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
