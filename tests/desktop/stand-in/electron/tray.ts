import { onOrder } from '../control.ts'
import { createEvents } from '../emitter.ts'
import { strict } from '../strict.ts'
import { choose, describeMenu, type MenuFace } from './menu.ts'

interface Entry {
  readonly menu: () => MenuFace | null
  readonly toolTip: () => string
  readonly click: () => void
}

const entries = new Set<Entry>()

export const Tray = strict('Tray', function (image: { isEmpty(): boolean }) {
  if (image.isEmpty()) throw new Error('the entry in the tray has no picture')
  const events = createEvents('Tray', ['click', 'right-click', 'double-click'], () => face)
  let [menu, toolTip, isDestroyed]: [MenuFace | null, string, boolean] = [null, '', false]
  const entry: Entry = { menu: () => menu, toolTip: () => toolTip, click: () => events.fire('click', {}) }
  const face = strict('Tray', {
    ...events.members,
    setContextMenu: (given: MenuFace | null) => void (menu = given),
    setToolTip: (text: string) => void (toolTip = text),
    isDestroyed: () => isDestroyed,
    destroy() {
      isDestroyed = true
      entries.delete(entry)
    },
  })
  entries.add(entry)
  return face
})

function only(): Entry {
  const [entry] = entries
  if (!entry) throw new Error('there is no entry in the tray')
  return entry
}

onOrder('describe the tray', () =>
  [...entries].map((entry) => ({ toolTip: entry.toolTip(), items: describeMenu(entry.menu()) })),
)
onOrder('click the tray', () => only().click())
onOrder('choose from the tray', (labels: readonly string[]) => choose(only().menu(), labels))
