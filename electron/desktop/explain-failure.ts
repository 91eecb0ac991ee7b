import { app, dialog } from 'electron'

import { ValetKeyError } from '#shared/errors.ts'

import { describeForLog, describeUnexpected } from './unexpected.ts'

/** Tells the person what went wrong, in words, and ends the program. */
export function explainFailure(failure: unknown): void {
  process.stderr.write(`${describeForLog(failure)}\n`)
  dialog.showErrorBox('Valet Key cannot go on', wordsFor(failure))
  app.exit(1)
}

function wordsFor(failure: unknown): string {
  if (failure instanceof ValetKeyError) return failure.message
  return `${describeUnexpected(failure)}\n\nThis is a mistake in Valet Key. Start it again; your data is kept.`
}
