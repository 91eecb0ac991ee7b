import { ArrowLeft, Search, SquareTerminal } from 'lucide-react'
import { useId, useState } from 'react'

import { Button } from '../../../components/button.tsx'
import { classNames } from '../../../components/class-names.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Loading } from '../../../components/loading.tsx'
import { useMediaQuery } from '../../../components/use-media-query.ts'
import { filterItems } from '../../common/filter-items.ts'
import { replaceParameter, useQuery } from '../../common/use-address.ts'
import { TEXT } from '../text.ts'
import { useLoaded } from '../use-loaded.ts'
import { OperationView } from './operation-view.tsx'
import { type Listed, loadReference, textOfOperation } from './operations.ts'

const words = TEXT.reference

/** Every operation: found on the left, told on the right; one of the two where there is room for one. */
export function ReferenceView() {
  const { value: reference } = useLoaded(loadReference)
  const chosen = useQuery().get('op')
  const isNarrow = useMediaQuery('(width < 50rem)')
  if (reference === undefined) return <Loading label={words.loading} />
  const { operations, components } = reference
  const shown = operations.find(({ id }) => id === chosen)
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      {!(isNarrow && shown) && <OperationList operations={operations} chosen={shown?.id} />}
      {shown !== undefined ? (
        <div className="min-w-0 flex-1 overflow-y-auto md:border-l md:border-line">
          {isNarrow && (
            <Button
              variant="ghost"
              className="m-2"
              icon={<ArrowLeft aria-hidden />}
              onClick={() => replaceParameter('op', undefined)}
            >
              {words.back}
            </Button>
          )}
          <OperationView key={shown.id} listed={shown} components={components} />
        </div>
      ) : (
        !isNarrow && (
          <div className="flex flex-1 border-l border-line">
            <EmptyState icon={<SquareTerminal />} title={words.choose} text={words.chooseText} />
          </div>
        )
      )}
    </div>
  )
}

interface OperationListProps {
  readonly operations: readonly Listed[]
  readonly chosen: string | undefined
}

function OperationList({ operations, chosen }: OperationListProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const found = filterItems(operations, typed, textOfOperation)
  const groups = Map.groupBy(found, ({ operation }) => operation.tags[0] ?? '')
  return (
    <nav aria-label={words.list} className="flex min-h-0 flex-none flex-col md:w-80">
      <div className="relative flex-none p-2.5">
        <label htmlFor={id} className="sr-only">
          {words.filter}
        </label>
        <Search className="pointer-events-none absolute top-4.5 left-5 size-4 text-ink-3" aria-hidden />
        <input
          id={id}
          type="search"
          value={typed}
          placeholder={words.filter}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
          className="h-8 w-full rounded-lg border border-edge bg-panel pr-2 pl-8 text-ink hover:border-ink-3 focus-visible:outline-offset-0"
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto pb-2">
        {found.length === 0 && <p className="px-3.5 py-2 text-ink-2">{words.none}</p>}
        {[...groups].map(([tag, of]) => (
          <section key={tag} aria-label={tag}>
            <h2 className="px-3.5 pt-2 pb-0.5 text-tiny font-semibold text-ink-3">{tag}</h2>
            <ul>
              {of.map((listed) => (
                <li key={listed.id}>
                  <Line listed={listed} isChosen={listed.id === chosen} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  )
}

function Line({ listed: { id, method, path, operation }, isChosen }: { listed: Listed; isChosen: boolean }) {
  return (
    <button
      type="button"
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => replaceParameter('op', id)}
      className={classNames(
        'block w-full cursor-pointer px-3.5 py-1.5 text-left focus-visible:-outline-offset-2',
        isChosen ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <span className="block text-small">{operation.summary}</span>
      <code className="block truncate text-tiny text-ink-3">
        {method} {path}
      </code>
    </button>
  )
}
