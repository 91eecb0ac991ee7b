/** A page without a browser, for tests: it tells what it is told to tell, and notes where it was sent. */
import { EventEmitter } from 'node:events'

import type { WebContents } from 'electron'

type OpenHandler = (details: { url: string }) => { action: string }

export function createFakeContents() {
  const emitter = new EventEmitter()
  const loaded: string[] = []
  let openHandler: OpenHandler = () => ({ action: 'allow' })
  const page = { url: '', title: '' }
  const contents = Object.assign(emitter, {
    getURL: () => page.url,
    getTitle: () => page.title,
    loadURL: (url: string) => Promise.resolve(void loaded.push(url)),
    setWindowOpenHandler: (handler: OpenHandler) => void (openHandler = handler),
  }) as unknown as WebContents

  return {
    contents,
    page,
    loaded,
    tell: (event: string, ...args: unknown[]) => void emitter.emit(event, ...args),
    /** True when the page may go there. */
    navigate(event: string, url: string, isMainFrame = true): boolean {
      let isPrevented = false
      emitter.emit(event, { url, isMainFrame, preventDefault: () => void (isPrevented = true) })
      return !isPrevented
    },
    openWindow: (url: string) => openHandler({ url }).action,
  }
}
