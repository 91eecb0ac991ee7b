import { app } from 'electron'
import { explainFailure } from './explain-failure.ts'

/** Quitting waits until the core has answered what it is answering and written what it holds. */
export function closeBeforeQuit(core: { close(): Promise<void> }): void {
  app.once('before-quit', (event) => {
    event.preventDefault()
    core.close().then(() => app.quit(), explainFailure)
  })
}
