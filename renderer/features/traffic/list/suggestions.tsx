import type { Completion } from '#shared/traffic/filter-text/complete-filter.ts'

import { classNames } from '../../../components/class-names.ts'
import { TEXT } from './text.ts'

interface SuggestionsProps {
  readonly id: string
  readonly suggestions: readonly Completion[]
  readonly active: number
  readonly onChoose: (completion: Completion) => void
}

/** Below the field, which keeps the focus. */
export function Suggestions({ id, suggestions, active, onChoose }: SuggestionsProps) {
  if (suggestions.length === 0) return null
  return (
    <div
      id={id}
      // What a browser makes of a <datalist> says nothing beside its values.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label={TEXT.filter.suggestions}
      className="absolute top-full left-0 z-30 mt-1 max-h-72 w-full max-w-md overflow-y-auto rounded-card border border-line-strong bg-panel p-1 shadow-card"
    >
      {suggestions.map((suggestion, at) => (
        // The keys belong to the field.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={suggestion.insert}
          id={suggestionId(id, at)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          aria-selected={at === active}
          ref={(row) => void (at === active && row?.scrollIntoView({ block: 'nearest' }))}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
          className={classNames(
            'flex min-h-7 cursor-pointer items-center gap-3 rounded-md px-2 py-0.5 pointer-coarse:min-h-10',
            at === active ? 'bg-accent-soft' : 'hover:bg-sunken',
          )}
        >
          <span className="font-mono text-small font-semibold wrap-anywhere">{suggestion.label}</span>
          <span className="ml-auto min-w-0 truncate text-small text-ink-3">{suggestion.hint}</span>
        </div>
      ))}
    </div>
  )
}

export function suggestionId(listId: string, at: number): string {
  return `${listId}-${at}`
}
