import type { WebContents } from 'electron'

import { decide } from './decide.ts'

export interface Guard {
  readonly onCallback: (url: string) => void
  readonly fail: (why: string) => void
}

/** Where the page goes, and what it opens, is decided here each time; see `decide`. */
export function guardPage(contents: WebContents, { onCallback, fail }: Guard): void {
  const check = (
    event: { preventDefault(): void },
    target: { readonly url: string; readonly isMainFrame: boolean },
  ) => {
    const decision = decide(target)
    if (decision.kind === 'allow') return
    event.preventDefault()
    if (decision.kind === 'callback') onCallback(decision.url)
    else if (decision.why !== undefined) fail(decision.why)
  }
  // Of the main frame, too; `will-navigate` would tell it a second time.
  contents.on('will-frame-navigate', (event) => check(event, event))
  contents.on('will-redirect', (event) => check(event, event))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openHere(contents, url, { onCallback, fail })
    return { action: 'deny' }
  })
}

/** There is one user agent: what a page would open beside itself takes its place. */
function openHere(contents: WebContents, url: string, { onCallback, fail }: Guard): void {
  const decision = decide({ url, isMainFrame: true })
  if (decision.kind === 'callback') onCallback(decision.url)
  else if (decision.kind === 'allow') contents.loadURL(url).catch(() => undefined)
  else if (decision.why !== undefined) fail(decision.why)
}
