import type { WebContents } from 'electron'

import type { UserAgentState } from '#shared/contract/calls/shell.ts'

import { explainLoad } from './explain-load.ts'

export interface Follower {
  readonly state: () => UserAgentState
  readonly change: (changes: Partial<UserAgentState>) => void
  readonly fail: (failure: string) => void
}

/** What Chromium tells of a page, as its state. */
export function followPage(contents: WebContents, { state, change, fail }: Follower): void {
  // What was refused is refused after this, so its words stay until something else is tried.
  contents.on('did-start-loading', () => change({ isLoading: true, failure: undefined }))
  contents.on('did-stop-loading', () => {
    // An address that was not gone to, because it was a callback, is not where the page is.
    const isThere = state().failure === undefined && contents.getURL() !== ''
    change({ isLoading: false, ...(isThere && { address: contents.getURL() }) })
  })
  contents.on('did-navigate', (_event, address) => change({ address, title: contents.getTitle() }))
  contents.on('did-navigate-in-page', (_event, address, isMainFrame) => {
    if (isMainFrame) change({ address })
  })
  contents.on('page-title-updated', (_event, title) => change({ title }))
  contents.on('did-fail-load', (_event, code, name, address, isMainFrame) => {
    const failure = isMainFrame ? explainLoad({ code, name, address }) : undefined
    if (failure !== undefined) change({ address, failure, isLoading: false })
  })
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') fail('The page stopped working. Load it again.')
  })
}
