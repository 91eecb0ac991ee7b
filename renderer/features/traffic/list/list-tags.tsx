import { useTraffic } from '../../../stores/use-stores.tsx'
import { FilterChips } from './filter-chips.tsx'
import { TEXT } from './text.ts'
import { setFilter, type View } from './use-view.ts'

/** Under the title: what the list is narrowed to, how much is in it, and whether it goes on. */
export function ListTags({ view: { filter } }: { readonly view: View }) {
  const counts = useTraffic((state) => state.counts)
  const isReady = useTraffic((state) => state.status === 'ready')
  const isPaused = useTraffic((state) => state.isPaused)
  const waiting = useTraffic((state) => state.waiting)
  const hasError = filter.terms.some(({ name, value }) => name === 'has' && value === 'error')
  return (
    <>
      <FilterChips filter={filter} />
      {isReady && (
        <span>
          {counts.failures === 0 || hasError ? (
            TEXT.counts(counts)
          ) : (
            <>
              {TEXT.counts({ ...counts, failures: 0 })},{' '}
              <button
                type="button"
                title={TEXT.showFailures}
                className="rounded-sm text-bad underline-offset-2 hover:underline"
                onClick={() => setFilter({ ...filter, terms: [...filter.terms, { name: 'has', value: 'error' }] })}
              >
                {TEXT.failures(counts.failures)}
              </button>
            </>
          )}
        </span>
      )}
      {isReady && <span aria-live="off">· {isPaused ? TEXT.pausedState(waiting) : TEXT.live}</span>}
    </>
  )
}
