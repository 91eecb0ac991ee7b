import { explainFailure } from './explain-failure.ts'
import { describeForLog, describeUnexpected } from './unexpected.ts'

/** Electron would show the stack in a dialog; and what is in an unknown state does not go on. */
export function watchUnexpected(onProblem: (message: string) => void): void {
  // The terminal that it was started from may be closed, and nobody reads there any more.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)
  process.on('uncaughtException', explainFailure)
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(`${describeForLog(reason)}\n`)
    onProblem(`Something failed that nobody waited for: ${describeUnexpected(reason)}`)
  })
}
