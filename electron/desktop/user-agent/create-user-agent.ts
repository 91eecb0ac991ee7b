/** The user agent that the screens command: made when it is first needed, gone with the window that it lies over. */
import type { BrowserWindow } from 'electron'

import type { UserAgentState } from '#shared/contract/calls/shell.ts'
import { ValetKeyError } from '#shared/errors.ts'

import type { ShellHandlers } from '../shell-handlers.ts'
import { BLANK } from './blank.ts'
import { parseTyped } from './decide.ts'
import type { Bounds } from './place.ts'
import { createPage, type Page } from './user-agent-page.ts'

export interface UserAgentOptions {
  readonly findWindow: () => BrowserWindow | undefined
  readonly onChange: (state: UserAgentState) => void
  readonly onCallback: (url: string) => void
}

type UserAgentCall = Extract<keyof ShellHandlers, `userAgent.${string}`>

export interface UserAgent {
  readonly handlers: Pick<ShellHandlers, UserAgentCall>
  /** The screens that had placed it are gone. */
  hide(): void
}

export function createUserAgent({ findWindow, onChange, onCallback }: UserAgentOptions): UserAgent {
  let page: Page | undefined
  let area: Bounds | undefined

  function open(isPrivate: boolean): Page {
    const window = findWindow()
    if (window === undefined)
      throw new ValetKeyError('no_window', 'There is no window that the user agent could be in.')
    const opened = createPage({ window, isPrivate, onChange, onCallback })
    window.once('closed', () => {
      opened.close()
      if (page === opened) page = undefined
    })
    opened.place(area)
    return opened
  }

  function get(): Page {
    page ??= open(false)
    return page
  }

  function place(bounds: Bounds | undefined): UserAgentState {
    area = bounds
    page?.place(bounds)
    return page?.state ?? BLANK
  }

  function act(work: (page: Page) => void): UserAgentState {
    const current = get()
    work(current)
    return current.state
  }

  return {
    hide: () => void place(undefined),
    handlers: {
      'userAgent.get': () => page?.state ?? BLANK,
      'userAgent.show': ({ bounds }) => place(bounds),
      'userAgent.open': ({ address }) => {
        const url = parseTyped(address)
        return act((current) => current.load(url))
      },
      'userAgent.back': () => act(({ contents }) => contents.navigationHistory.goBack()),
      'userAgent.forward': () => act(({ contents }) => contents.navigationHistory.goForward()),
      'userAgent.reload': () => act(reload),
      'userAgent.openDevTools': () => act(({ contents }) => contents.openDevTools({ mode: 'detach' })),
      async 'userAgent.clearCookies'() {
        const current = get()
        await current.clear()
        return current.state
      },
      'userAgent.newPrivateSession': () => {
        page?.close()
        page = open(true)
        onChange(page.state)
        return page.state
      },
    },
  }
}

/** What failed has nothing that could be reloaded; the address is opened again. */
function reload(page: Page): void {
  const { failure, address } = page.state
  if (failure !== undefined && address !== '') page.load(address)
  else page.contents.reload()
}
