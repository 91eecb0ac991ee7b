import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useDeferredValue, useRef, useState } from 'react'

import { OVERLAY_LOOK } from '../../components/dialog-look.ts'
import { createBrowserMemory } from '../../stores/memory.ts'
import { useFrame } from '../commands/use-frame.tsx'
import { TEXT } from '../text.ts'
import type { PaletteEntry } from './entry.ts'
import { PaletteFoot } from './palette-foot.tsx'
import { PaletteGroup } from './palette-group.tsx'
import { loadRecent, saveRecent } from './recent.ts'
import { type FoundGroup, searchEntries, suggestEntries } from './search.ts'
import { countsByGroup, foundEntries } from './found-entries.ts'
import { useEntries } from './use-entries.ts'
import { rememberFound, useFound, useRecentlyFound } from './use-found.ts'

const words = TEXT.palette
const memory = createBrowserMemory()

interface Chosen {
  readonly id: string
  readonly query: string
  /** What stood on top then. */
  readonly best: string | undefined
}

/** Finds whatever has a name. */
export function Palette() {
  const frame = useFrame()
  const entries = useEntries()
  const [query, setQuery] = useState('')
  const [recent] = useState(() => loadRecent(memory))
  const [chosen, setChosen] = useState<Chosen>()
  const { close } = frame.store.getState()
  const searched = useDeferredValue(query).trim()
  const { answer, isPending, find } = useFound(searched)
  const remembered = useRecentlyFound(recent)
  const typed = useRef('')
  const groups =
    searched === ''
      ? suggestEntries([...entries, ...foundEntries(remembered)], recent)
      : searchEntries(
          [...entries, ...foundEntries(answer?.items ?? [])],
          searched,
          isPending || answer === undefined ? {} : countsByGroup(answer.counts),
        )
  const best = groups[0]?.entries[0]
  // Other results begin with the best one again.
  const selected = chosen?.query === searched && chosen.best === best?.id ? chosen.id : best?.id
  const isSettled = query.trim() === searched && !isPending

  function choose(entry: PaletteEntry): void {
    saveRecent(memory, entry.id)
    rememberFound(answer?.items ?? [])
    close()
    entry.run(frame)
  }

  /** Enter came before the answer; what it finds is what was meant. */
  async function chooseWhenFound(): Promise<void> {
    const wanted = query.trim()
    const items = await find(wanted)
    // Meanwhile something else was typed, or the palette closed.
    if (typed.current.trim() !== wanted || frame.store.getState().overlay?.kind !== 'palette') return
    const [group] = searchEntries([...entries, ...foundEntries(items)], wanted)
    const [entry] = group?.entries ?? []
    if (entry !== undefined) choose(entry)
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={OVERLAY_LOOK} />
        <Dialog.Content
          aria-describedby={undefined}
          className="animate-appear fixed top-[max(1rem,12dvh)] left-1/2 z-40 flex max-h-[min(34rem,calc(100dvh-2rem))] w-[min(38rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-hidden rounded-xl border border-line-strong bg-panel shadow-card focus-visible:outline-none"
          // The frame gives the focus back, or to the screen that was gone to.
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Dialog.Title className="sr-only">{words.label}</Dialog.Title>
          {/* Its own Ctrl+N, J and P would take from the browser what people expect there. */}
          <Command
            label={words.label}
            shouldFilter={false}
            loop
            vimBindings={false}
            value={selected ?? ''}
            onValueChange={(id) => setChosen({ id, query: searched, best: best?.id })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || isSettled) return
              event.preventDefault()
              void chooseWhenFound()
            }}
            className="flex min-h-0 flex-col"
          >
            <div className="flex items-center gap-2.5 border-b border-line px-3.5">
              <Search className="size-4 flex-none text-ink-3" aria-hidden />
              <Command.Input
                value={query}
                onValueChange={(text) => {
                  typed.current = text
                  setQuery(text)
                }}
                placeholder={words.placeholder}
                className="h-11 min-w-0 flex-1 bg-transparent text-large text-ink outline-none"
              />
            </div>
            <Command.List label={words.label} className="min-h-0 flex-1 scroll-py-2 overflow-y-auto p-1.5">
              {groups.map((group) => (
                <PaletteGroup key={group.group} found={group} onChoose={choose} />
              ))}
            </Command.List>
            {groups.length === 0 && isSettled && (
              <div className="px-4 pt-5 pb-8 text-center">
                <p className="font-semibold wrap-anywhere">{words.nothing(searched)}</p>
                <p className="text-ink-2">{words.nothingHint}</p>
              </div>
            )}
          </Command>
          <PaletteFoot />
          <output className="sr-only">{searched !== '' && describeCount(groups)}</output>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function describeCount(groups: readonly FoundGroup[]): string {
  return words.results(groups.reduce((sum, { entries, more }) => sum + entries.length + more, 0))
}
