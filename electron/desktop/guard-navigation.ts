import { shell, type WebContents } from 'electron'

import { openExternalLink } from './external-links.ts'
import { type Decision, decideNavigation } from './navigation.ts'

/** False when it is not for a browser. */
export function openOutside(address: string): boolean {
  return openExternalLink(address, (url) => shell.openExternal(url))
}

/** The window shows the screens and nothing else; every other address belongs to the person's own browser. */
export function guardNavigation(contents: WebContents): void {
  const act = (event: { preventDefault(): void }, url: string, decision: Decision) => {
    if (decision === 'allow') return
    event.preventDefault()
    if (decision === 'outside') openOutside(url)
  }
  contents.on('will-navigate', (event) =>
    act(event, event.url, decideNavigation({ url: event.url, isMainFrame: true })),
  )
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) act(event, event.url, decideNavigation(event))
  })
  // Nothing that the screens load is anywhere else than it says.
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url)
    return { action: 'deny' }
  })
}
