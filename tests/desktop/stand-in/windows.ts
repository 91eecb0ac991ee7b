/** The windows there are, for whoever has to do with all of them. */
import type { Bounds } from './electron/screen.ts'

export interface OpenWindow {
  readonly id: number
  /** What the program has in its hands. */
  readonly face: object
  readonly contents: { readonly id: number }
  /** False when the program refuses. */
  close(): boolean
  destroy(): void
  resize(bounds: Partial<Bounds>): void
  minimize(): void
  /** Whatever the size of the window. */
  sizeContent(size: Pick<Bounds, 'width' | 'height'>): void
  describe(): Promise<WindowView>
}

/** What a test is told of a window. */
export interface WindowView {
  readonly id: number
  readonly title: string
  readonly bounds: Bounds
  readonly isVisible: boolean
  readonly isFocused: boolean
  readonly isMaximized: boolean
  readonly isMinimized: boolean
  /** Of the page in Chromium. */
  readonly target: string
  readonly backgroundColor: string | undefined
  /** The views that lie over it, the topmost last. */
  readonly views: readonly ViewView[]
}

export interface ViewView {
  readonly target: string
  readonly bounds: Bounds
  readonly isVisible: boolean
  readonly hasDevTools: boolean
}

const windows = new Set<OpenWindow>()
let focused: OpenWindow | undefined
let lastClosed: () => void = () => undefined
let first = Promise.withResolvers<OpenWindow>()

export function addWindow(window: OpenWindow): void {
  windows.add(window)
  first.resolve(window)
}

export function removeWindow(window: OpenWindow): void {
  windows.delete(window)
  if (focused === window) focused = undefined
  if (windows.size > 0) return
  first = Promise.withResolvers<OpenWindow>()
  lastClosed()
}

/** Any of those that there are, or the next one. */
export function whenWindow(): Promise<OpenWindow> {
  return first.promise
}

export function onLastWindowClosed(listener: () => void): void {
  lastClosed = listener
}

export function setFocused(window: OpenWindow | undefined): void {
  focused = window
}

export function focusedWindow(): OpenWindow | undefined {
  return focused
}

export function openWindows(): readonly OpenWindow[] {
  return [...windows]
}

export function windowCount(): number {
  return windows.size
}

/** False when one of them stays. */
export function closeWindows(): boolean {
  return openWindows().every((window) => window.close())
}

export function destroyWindows(): void {
  for (const window of openWindows()) window.destroy()
}
