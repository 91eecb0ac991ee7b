/** One page of the user agent, with a session behind it and nothing of the program in it. */
import { type BrowserWindow, type Session, type WebContents, WebContentsView } from 'electron'

import type { UserAgentState } from '#shared/contract/calls/shell.ts'

import { BLANK } from './blank.ts'
import { guardPage } from './guard-page.ts'
import { followPage } from './follow-page.ts'
import { type Bounds, placeView } from './place.ts'
import { clearSession, onDownloadRefused, openSession } from './user-agent-session.ts'

export interface PageOptions {
  readonly window: BrowserWindow
  readonly isPrivate: boolean
  readonly onChange: (state: UserAgentState) => void
  readonly onCallback: (url: string) => void
}

export interface Page {
  readonly state: UserAgentState
  readonly contents: WebContents
  load(address: string): void
  /** Without an area it is hidden. */
  place(bounds: Bounds | undefined): void
  clear(): Promise<void>
  close(): void
}

export function createPage({ window, isPrivate, onChange, onCallback }: PageOptions): Page {
  const session = openSession(isPrivate)
  const view = createView(session)
  const contents = view.webContents
  let state: UserAgentState = { ...BLANK, isPrivate }
  let area: Bounds | undefined

  function change(changes: Partial<UserAgentState>): void {
    const next = { ...state, ...changes, ...historyOf(contents) }
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    arrange()
    onChange(state)
  }

  /** A page that could not be shown makes room for the words that say why. */
  function arrange(): void {
    if (area) view.setBounds(placeView(area, window.webContents.getZoomFactor(), window.getContentBounds()))
    view.setVisible(area !== undefined && state.failure === undefined)
  }

  const fail = (failure: string) => change({ failure, isLoading: false })
  view.setVisible(false)
  window.contentView.addChildView(view)
  followPage(contents, { change, fail, state: () => state })
  onDownloadRefused(contents, () => fail('This is a download, and the user agent keeps no files. Open it outside.'))
  guardPage(contents, { onCallback, fail })

  return {
    get state() {
      return state
    },
    contents,
    load(address) {
      change({ address, title: '', failure: undefined })
      // What cannot be loaded is told by an event of its own.
      contents.loadURL(address).catch(() => undefined)
    },
    place(bounds) {
      area = bounds
      arrange()
    },
    clear: () => clearSession(session),
    close() {
      if (!window.isDestroyed()) window.contentView.removeChildView(view)
      if (!contents.isDestroyed()) contents.close()
    },
  }
}

function createView(session: Session): WebContentsView {
  const view = new WebContentsView({
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  // Pages that set no background count on a white one.
  view.setBackgroundColor('#ffffff')
  return view
}

function historyOf({ navigationHistory }: WebContents) {
  return { canGoBack: navigationHistory.canGoBack(), canGoForward: navigationHistory.canGoForward() }
}
