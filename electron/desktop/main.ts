import { app, session } from 'electron'
import { closeBeforeQuit } from './close-before-quit.ts'
import { denyPermissions } from './permissions.ts'
import { explainFailure } from './explain-failure.ts'
import { focusInsteadOfSecondStart } from './single-instance.ts'
import { openWindow } from './window.ts'
import { startCore } from './start-core.ts'

// A second start shows the window of the first: two issuers cannot share the ports or the data.
if (app.requestSingleInstanceLock()) start().catch(explainFailure)
else app.quit()

async function start(): Promise<void> {
  focusInsteadOfSecondStart()
  app.on('window-all-closed', () => app.quit())
  await app.whenReady()
  denyPermissions(session.defaultSession)
  const core = await startCore()
  closeBeforeQuit(core)
  await openWindow(core.ui)
}
