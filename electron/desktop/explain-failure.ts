import { app, dialog } from 'electron'

/** Tells the person what went wrong, in the words of the error, and ends the program. */
export function explainFailure(failure: unknown): void {
  dialog.showErrorBox('Valet Key cannot go on', failure instanceof Error ? failure.message : String(failure))
  app.exit(1)
}
