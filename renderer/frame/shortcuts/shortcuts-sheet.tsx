import { useState } from 'react'

import { Dialog } from '../../components/dialog.tsx'
import { Switch } from '../../components/switch.tsx'
import type { Command } from '../commands/command.ts'
import { COMMANDS } from '../commands/commands.ts'
import { useFrame } from '../commands/use-frame.tsx'
import { PLACES } from '../places.ts'
import { TEXT } from '../text.ts'
import { TOASTS_KEY } from '../toasts/toasts.tsx'
import { KeysHint } from './keys-hint.tsx'
import { TRAFFIC_KEYS } from './traffic-keys.ts'
import { hasPlainKeys, setPlainKeys } from './plain-keys.ts'

const words = TEXT.shortcuts
const PLACE_IDS: ReadonlySet<string> = new Set(PLACES.map(({ id }) => id))

/** Every shortcut there is, from the table that runs them. */
export function ShortcutsSheet() {
  const { store } = useFrame()
  const [isOn, setOn] = useState(hasPlainKeys)
  const withKeys = COMMANDS.filter(({ keys }) => keys !== undefined)

  function change(on: boolean): void {
    setPlainKeys(on)
    setOn(on)
  }

  return (
    <Dialog title={words.title} description={words.description} isOpen onClose={store.getState().close}>
      <Group title={words.everywhere} commands={withKeys.filter(({ id }) => !PLACE_IDS.has(id))}>
        <Row label={words.toasts} keys={[TOASTS_KEY]} />
      </Group>
      <Group title={words.places} commands={withKeys.filter(({ id }) => PLACE_IDS.has(id))} />
      <Group title={words.traffic} commands={[]}>
        {TRAFFIC_ROWS.map(({ label, keys }) => (
          <Row key={label} label={label} keys={keys} />
        ))}
      </Group>
      <Switch label={words.plain} hint={words.plainHint} checked={isOn} onChange={change} />
    </Dialog>
  )
}

const TRAFFIC_ROWS: readonly { readonly label: string; readonly keys: readonly string[] }[] = [
  { label: words.trafficKeys.filter, keys: [TRAFFIC_KEYS.filter] },
  { label: words.trafficKeys.list, keys: [TRAFFIC_KEYS.list] },
  { label: words.trafficKeys.follow, keys: [TRAFFIC_KEYS.follow] },
  ...words.inList,
]

interface GroupProps {
  readonly title: string
  readonly commands: readonly Command[]
  readonly children?: React.ReactNode
}

function Group({ title, commands, children }: GroupProps) {
  return (
    <section>
      <h3 className="mb-1 text-tiny font-semibold text-ink-3">{title}</h3>
      <ul className="divide-y divide-line">
        {commands.map(({ id, label, keys = [] }) => (
          <Row key={id} label={label} keys={keys} />
        ))}
        {children}
      </ul>
    </section>
  )
}

function Row({ label, keys }: { readonly label: string; readonly keys: readonly string[] }) {
  return (
    <li className="flex min-h-8 items-center gap-2 py-1">
      <span className="min-w-0 flex-1">{label}</span>
      {keys.map((one, index) => (
        <span key={one} className="flex items-center gap-2">
          {index > 0 && <span className="text-tiny text-ink-3">{words.or}</span>}
          <KeysHint keys={one} />
        </span>
      ))}
    </li>
  )
}
