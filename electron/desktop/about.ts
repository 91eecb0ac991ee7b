import { app } from 'electron'

/** What the system's own panel says, which the menu opens by its role. */
export function describeProgram(): void {
  app.setAboutPanelOptions({
    applicationName: 'Valet Key',
    applicationVersion: app.getVersion(),
    copyright: 'An OAuth 2.0 and OpenID Connect playground. MIT licence.',
  })
}
