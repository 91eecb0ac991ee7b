/** Where the window was, and where it can be put now: a display may be gone, or smaller than it was. */
import * as z from 'zod'

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Place {
  /** Left out: the system finds a place. */
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

const coordinate = z.int().min(-100_000).max(100_000)
const length = z.int().min(100).max(100_000)

export const windowState = z.strictObject({
  bounds: z.strictObject({ x: coordinate, y: coordinate, width: length, height: length }),
  isMaximized: z.boolean(),
})

export type WindowState = z.output<typeof windowState>

export const SMALLEST = { width: 720, height: 480 } as const
const USUAL = { width: 1440, height: 900 } as const
/** As much of the upper edge has to be on a display as a hand needs to drag the window by. */
const GRIP = { width: 120, height: 32 } as const

/** `displays`: their areas without bars and docks, the main one first. */
export function placeWindow(state: WindowState | undefined, displays: readonly Area[]): Place {
  const bounds = state?.bounds
  const display = bounds && displays.find((area) => hasGrip(bounds, area))
  if (bounds && display) return { x: bounds.x, y: bounds.y, ...fit(bounds, display) }
  const [main] = displays
  return main ? fit(bounds ?? USUAL, main) : { ...USUAL }
}

function hasGrip(bounds: Area, area: Area): boolean {
  const left = Math.max(bounds.x, area.x)
  const right = Math.min(bounds.x + bounds.width, area.x + area.width)
  return (
    right - left >= GRIP.width && bounds.y >= area.y - GRIP.height / 2 && bounds.y + GRIP.height <= area.y + area.height
  )
}

function fit({ width, height }: Pick<Area, 'width' | 'height'>, area: Area) {
  return {
    width: Math.max(SMALLEST.width, Math.min(width, area.width)),
    height: Math.max(SMALLEST.height, Math.min(height, area.height)),
  }
}
