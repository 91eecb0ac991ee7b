import { onOrder } from '../control.ts'
import { createEvents } from '../emitter.ts'
import { settings } from '../settings.ts'
import { strict } from '../strict.ts'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Display {
  readonly id: number
  readonly bounds: Bounds
  readonly workArea: Bounds
}

const ONE: readonly Display[] = [
  {
    id: 1,
    bounds: { x: 0, y: 0, width: 1920, height: 1080 },
    workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  },
]

const events = createEvents('screen', ['display-added', 'display-removed', 'display-metrics-changed'], () => screen)
let displays = (settings.displays ?? ONE).map((display) => strict('Display', display))

export const screen = strict('screen', {
  ...events.members,
  getAllDisplays: () => displays,
  getPrimaryDisplay: () => displays[0],
})

onOrder('take away a display', (id: number) => {
  const gone = displays.find((display) => display.id === id)
  displays = displays.filter((display) => display !== gone)
  if (gone) events.fire('display-removed', {}, gone)
})
