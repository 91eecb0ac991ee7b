import { Bell, BellRing, X } from 'lucide-react'

import { findField } from '#shared/traffic/filter-text/fields.ts'
import { type FilterTerm, formatTerm, type ParsedFilter } from '#shared/traffic/filter-text/parse-filter.ts'

import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { useFollowed } from '../../../stores/use-stores.tsx'
import { TEXT } from './text.ts'
import { setFilter } from './use-view.ts'

const words = TEXT.filter

/** What the list is narrowed to, term by term. */
export function FilterChips({ filter }: { readonly filter: ParsedFilter }) {
  const { terms } = filter
  if (terms.length === 0) return null
  return (
    <ul aria-label={words.chips} className="contents">
      {terms.map((term) => (
        <li key={term.name} className="contents">
          <Chip term={term} onRemove={() => setFilter({ ...filter, terms: terms.filter((one) => one !== term) })} />
        </li>
      ))}
      {terms.length > 1 && (
        <li className="contents">
          <Button size="small" variant="ghost" onClick={() => setFilter({ terms: [], words: '' })}>
            {words.clearAll}
          </Button>
        </li>
      )}
    </ul>
  )
}

function Chip({ term, onRemove }: { readonly term: FilterTerm; readonly onRemove: () => void }) {
  return (
    <span className="inline-flex min-h-6 max-w-full items-center gap-0.5 rounded-full border border-line bg-panel pr-0.5 pl-2.5 text-ink-2">
      <span className="text-ink-3">{findField(term.name)?.title}</span>
      <span className="min-w-0 truncate px-0.5 font-medium text-ink">{term.value}</span>
      {term.name === 'client' && <Follow client_id={term.value} />}
      <IconButton
        label={words.remove(formatTerm(term))}
        size="small"
        icon={<X aria-hidden />}
        className="size-5! min-h-0! rounded-full! [&_svg]:size-3 pointer-coarse:size-8!"
        onClick={onRemove}
      />
    </span>
  )
}

/** The application that one looks at is the one whose errors one wants to hear of. */
function Follow({ client_id }: { readonly client_id: string }) {
  const isFollowed = useFollowed(({ clients }) => clients.includes(client_id))
  const toggle = useFollowed((state) => state.toggle)
  return (
    <IconButton
      label={TEXT.follow.one(client_id)}
      size="small"
      aria-pressed={isFollowed}
      icon={isFollowed ? <BellRing className="text-accent" aria-hidden /> : <Bell aria-hidden />}
      className="size-5! min-h-0! rounded-full! [&_svg]:size-3 pointer-coarse:size-8!"
      onClick={() => toggle(client_id)}
    />
  )
}
