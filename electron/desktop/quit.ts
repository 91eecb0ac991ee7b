/** The part of `app` that quitting needs. */
export interface Quittable {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown
  on(event: 'window-all-closed', listener: () => void): unknown
  quit(): void
}

export interface QuitOptions {
  readonly app: Quittable
  /** Answers what is being answered and writes what is held. */
  readonly close: () => Promise<void>
  readonly onFailure: (failure: unknown) => void
  /** Whether the issuer goes on without a window. */
  readonly keepsRunning: () => boolean
}

/** Quitting waits until all is closed, however often it is asked for meanwhile. */
export function closeBeforeQuit({ app, close, onFailure, keepsRunning }: QuitOptions): void {
  let state: 'open' | 'closing' | 'closed' = 'open'

  async function finish(): Promise<void> {
    try {
      await close()
    } catch (failure) {
      onFailure(failure)
    }
    state = 'closed'
    app.quit()
  }

  app.on('before-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void finish()
  })
  app.on('window-all-closed', () => {
    if (!keepsRunning()) app.quit()
  })
}
