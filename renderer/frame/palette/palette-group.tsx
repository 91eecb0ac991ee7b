import { Command } from 'cmdk'

import { classNames } from '../../components/class-names.ts'
import { KeysHint } from '../shortcuts/keys-hint.tsx'
import { TEXT } from '../text.ts'
import type { PaletteEntry } from './entry.ts'
import type { FoundGroup } from './search.ts'

interface PaletteGroupProps {
  readonly found: FoundGroup
  readonly onChoose: (entry: PaletteEntry) => void
}

export function PaletteGroup({ found, onChoose }: PaletteGroupProps) {
  const { entries } = found
  return (
    <Command.Group
      heading={<Heading found={found} />}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-tiny [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-ink-3"
    >
      {entries.map((entry) => (
        <Line key={entry.id} entry={entry} onChoose={onChoose} />
      ))}
    </Command.Group>
  )
}

function Heading({ found }: Pick<PaletteGroupProps, 'found'>) {
  const { group, more } = found
  return (
    <span className="flex gap-2">
      {TEXT.palette[group]}
      {more > 0 && <span className="ml-auto font-normal">{TEXT.palette.more(more)}</span>}
    </span>
  )
}

interface LineProps {
  readonly entry: PaletteEntry
  readonly onChoose: (entry: PaletteEntry) => void
}

function Line({ entry, onChoose }: LineProps) {
  const { id, label, isMono = false, hint, icon: Icon, keys } = entry
  return (
    <Command.Item
      value={id}
      onSelect={() => onChoose(entry)}
      className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 aria-selected:bg-accent-soft [&_svg]:size-4 [&_svg]:flex-none [&_svg]:text-ink-3 aria-selected:[&_svg]:text-accent"
    >
      <Icon aria-hidden />
      <span className={classNames('max-w-[60%] flex-none truncate', isMono && 'font-mono text-small')}>{label}</span>
      {hint !== undefined && hint !== label && (
        <span className="min-w-0 flex-1 truncate text-small text-ink-3">{hint}</span>
      )}
      {keys !== undefined && (
        <span className="ml-auto flex-none">
          <KeysHint keys={keys} />
        </span>
      )}
    </Command.Item>
  )
}
