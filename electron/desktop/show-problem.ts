import { app, dialog } from 'electron'

import { createProblems } from './problems.ts'

/** In a dialog, once the program can show one; and where it was started from a terminal, there. */
export function createProblemDialog(): (message: string) => void {
  return createProblems({
    write: (line) => void process.stderr.write(line),
    async show(message) {
      await app.whenReady()
      await dialog.showMessageBox({
        type: 'warning',
        message: 'Something went wrong',
        detail: message,
        buttons: ['OK'],
      })
    },
  })
}
