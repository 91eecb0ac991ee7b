import { app, session } from 'electron'

import { denyPermissions } from './permissions.ts'

/** What counts for all pages alike, whatever they show. */
export function guardProgram(): void {
  denyPermissions(session.defaultSession)
  refuseClientCertificates()
  noteEndedProcesses()
}

/** Left alone, the first certificate of the person's own would be shown to any site that asks for one. */
function refuseClientCertificates(): void {
  app.on('select-client-certificate', (event, _contents, _url, _certificates, answer) => {
    event.preventDefault()
    answer()
  })
}

/** Chromium starts the helper for graphics or network again by itself; that it had to is worth a line. */
function noteEndedProcesses(): void {
  app.on('child-process-gone', (_event, { type, name, reason }) => {
    if (reason !== 'clean-exit') process.stderr.write(`The process ${name ?? type} ended: ${reason}\n`)
  })
}
