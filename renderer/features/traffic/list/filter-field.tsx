import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'

import { type Completion, completeFilter } from '#shared/traffic/filter-text/complete-filter.ts'
import { type FilterProblem, formatFilter, type ParsedFilter } from '#shared/traffic/filter-text/parse-filter.ts'
import { readTokens } from '#shared/traffic/filter-text/tokens.ts'

import { IconButton } from '../../../components/icon-button.tsx'
import { useClients, useUsers } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { absorbDraft, completeDraft, draftOf, takeLast } from './draft.ts'
import { Suggestions, suggestionId } from './suggestions.tsx'
import { TEXT } from './text.ts'
import { setFilter } from './use-view.ts'

/** Of the field, so that a key can go to it from anywhere in Traffic. */
export const FILTER_FIELD = 'traffic-filter'

const words = TEXT.filter
/** How long one may pause while typing before what is there is searched for. */
const PAUSE = 200

/** One field for all of the filter. Whole terms leave it and become chips; words stay and are searched for. */
export function FilterField({ filter }: { readonly filter: ParsedFilter }) {
  const listId = useId()
  const problemId = useId()
  const field = useRef<HTMLInputElement>(null)
  const { draft, setDraft, problems, commit, popChip } = useDraft(filter)
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<number>()
  const known = useKnown()
  const suggestions = useMemo(() => (isOpen ? completeFilter(draft, known) : []), [isOpen, draft, known])
  const active = chosen ?? (hasOpenName(draft) ? 0 : -1)

  function type(text: string): void {
    setChosen(undefined)
    setOpen(true)
    setDraft(text)
  }

  function choose({ insert, isWhole }: Completion): void {
    setChosen(undefined)
    const next = completeDraft(draft, insert)
    if (isWhole) {
      commit(`${next} `)
      setOpen(false)
    } else setDraft(next)
    field.current?.focus()
  }

  function press(event: KeyboardEvent): void {
    const suggestion = suggestions[active]
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      if (!isOpen) setOpen(true)
      else if (suggestions.length > 0) setChosen((active + step + suggestions.length) % suggestions.length)
    } else if (event.key === 'Enter') {
      if (suggestion !== undefined) choose(suggestion)
      else {
        commit(draft)
        setOpen(false)
      }
    } else if (event.key === 'Tab' && isOpen && suggestion !== undefined && hasOpenName(draft)) choose(suggestion)
    else if (event.key === 'Escape' && isOpen && suggestions.length > 0) setOpen(false)
    else if (event.key === 'Escape' && draft !== '') setDraft('')
    else if (event.key === 'Backspace' && draft === '') popChip()
    else return
    event.preventDefault()
  }

  return (
    <div className="relative min-w-0 flex-1">
      <label htmlFor={FILTER_FIELD} className="sr-only">
        {words.label}
      </label>
      <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-3" aria-hidden />
      <input
        ref={field}
        id={FILTER_FIELD}
        type="text"
        role="combobox"
        aria-expanded={suggestions.length > 0}
        aria-controls={suggestions.length > 0 ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={suggestions[active] === undefined ? undefined : suggestionId(listId, active)}
        aria-invalid={problems.length > 0 || undefined}
        aria-describedby={problems.length > 0 ? problemId : undefined}
        value={draft}
        placeholder={words.placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => type(event.currentTarget.value)}
        onClick={() => setOpen(true)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
        className="h-8 w-full min-w-0 rounded-lg border border-edge bg-panel pr-8 pl-8 text-ink placeholder:text-ink-3 hover:border-ink-3 focus-visible:outline-offset-0 aria-invalid:border-bad pointer-coarse:h-10 pointer-coarse:text-[1rem]"
      />
      {draft !== '' && (
        <IconButton
          label={words.clear}
          size="small"
          icon={<X aria-hidden />}
          className="absolute top-0.5 right-0.5"
          onClick={() => (setDraft(''), field.current?.focus())}
        />
      )}
      <Suggestions id={listId} suggestions={suggestions} active={active} onChoose={choose} />
      <Problems id={problemId} problems={problems} />
    </div>
  )
}

function Problems({ id, problems }: { readonly id: string; readonly problems: readonly FilterProblem[] }) {
  return (
    <output id={id} className="block text-small text-bad">
      {problems.map(({ start, message }) => (
        <span key={start} className="block pt-1 wrap-anywhere">
          {message}
        </span>
      ))}
    </output>
  )
}

/** What is typed, what of it counts already, and what is wrong with it. */
function useDraft(filter: ParsedFilter) {
  const [draft, put] = useState(() => draftOf(filter))
  const [problems, setProblems] = useState(filter.problems)
  /** The filter as this field has written it last. */
  const written = useRef(formatFilter(filter))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The address changed by other means: somebody went back, or took a chip away.
  const text = formatFilter(filter)
  useEffect(() => {
    if (text === written.current) return
    written.current = text
    clearTimeout(timer.current)
    put(draftOf(filter))
    setProblems(filter.problems)
  }, [text, filter])
  useEffect(() => () => clearTimeout(timer.current), [])

  function write(next: Pick<ParsedFilter, 'terms' | 'words'>): void {
    clearTimeout(timer.current)
    const formatted = formatFilter(next)
    if (formatted === written.current) return
    written.current = formatted
    setFilter(next)
  }

  function absorb(typed: string, isDone: boolean): void {
    const absorbed = absorbDraft(typed, filter.terms, isDone)
    put(absorbed.draft)
    setProblems(absorbed.problems)
    const isTermNew = formatFilter({ ...absorbed.filter, words: '' }) !== formatFilter({ ...filter, words: '' })
    clearTimeout(timer.current)
    if (isDone || isTermNew || typed === '') write(absorbed.filter)
    else timer.current = setTimeout(() => write(absorbed.filter), PAUSE)
  }

  return {
    draft,
    problems,
    setDraft: (typed: string) => absorb(typed, false),
    commit: (typed: string) => absorb(typed, true),
    popChip() {
      const taken = takeLast(filter.terms)
      if (taken === undefined) return
      put(taken.draft)
      write({ terms: taken.terms, words: '' })
    },
  }
}

function hasOpenName(draft: string): boolean {
  return !/\s$/.test(draft) && readTokens(draft).at(-1)?.name !== undefined
}

function useKnown() {
  const clients = useClients(({ items }) => items)
  const users = useUsers(({ items }) => items)
  return useMemo(
    () => ({
      clients: clients.map((client) => ({ value: client.client_id, title: clientName(client) })),
      users: users.map(({ username, claims }) => ({
        value: username,
        title: typeof claims?.['name'] === 'string' ? claims['name'] : undefined,
      })),
    }),
    [clients, users],
  )
}
