/** The part of a `BrowserWindow` that is used. */
export interface Showable {
  isDestroyed(): boolean
  isMinimized(): boolean
  restore(): void
  show(): void
  focus(): void
  readonly webContents: { focus(): void }
  once(event: 'closed' | 'show', listener: () => void): unknown
}

export interface WindowKeeper<Window extends Showable> {
  readonly current: Window | undefined
  /** Brings the one window to the front, or opens it when it was closed. */
  show(): void
}

export function createWindowKeeper<Window extends Showable>(open: () => Window): WindowKeeper<Window> {
  let current: Window | undefined
  let isShown = false

  /** One that has nothing to show yet comes to the front by itself when it has. */
  function front(window: Window): void {
    if (!isShown) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    // The keyboard may be with the user agent, and what comes to the front are the screens.
    window.webContents.focus()
  }

  return {
    get current() {
      return current
    },
    show() {
      if (current && !current.isDestroyed()) return front(current)
      const window = open()
      current = window
      isShown = false
      window.once('show', () => void (isShown = true))
      window.once('closed', () => {
        if (current === window) current = undefined
      })
    },
  }
}
