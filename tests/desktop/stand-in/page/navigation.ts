/** What a page shows and where it has been, known at once as Electron's main process knows it. */
import type { Protocol } from '../chromium/connection.ts'
import type { Events } from '../emitter.ts'
import { fromShown, toShown } from './custom-schemes.ts'
import { explainFailure, type LoadFailure } from './load-failure.ts'
import type { ShownPage } from './shown-page.ts'

interface HistoryEntry {
  readonly id: number
  readonly url: string
  readonly title: string
}

export interface Navigation {
  url: string
  isLoading: boolean
  entries: readonly HistoryEntry[]
  index: number
  load(address: string): Promise<void>
  reload(): void
  goTo(entry: HistoryEntry | undefined): void
}

export function watchNavigation(page: ShownPage, events: Events): Navigation {
  const loaded = new Set<string>()
  const waiting = new Map<string, () => void>()
  let status = 0
  let failure: LoadFailure | undefined
  let isFirst = true

  async function readHistory(): Promise<void> {
    // The empty page that it began with is nowhere to go back to.
    if (isFirst) await page.send('Page.resetNavigationHistory')
    isFirst = false
    const { currentIndex, entries } = await page.send('Page.getNavigationHistory')
    navigation.index = currentIndex
    navigation.entries = entries.map(({ id, url, title }) => ({ id, url: fromShown(url), title }))
  }

  async function arrive(frame: Protocol.Page.Frame): Promise<void> {
    const arrived = { failure, status }
    const address = fromShown(frame.unreachableUrl ?? frame.url + (frame.urlFragment ?? ''))
    navigation.url = address
    if (address === 'about:blank' && isFirst) return
    await readHistory()
    if (frame.unreachableUrl === undefined) return void events.fire('did-navigate', {}, address, arrived.status, '')
    const { code, description } = arrived.failure ?? explainFailure('net::ERR_FAILED')
    events.fire('did-fail-load', {}, code, description, address, true)
  }

  page.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId === undefined) void arrive(frame)
  })
  page.on('Page.navigatedWithinDocument', ({ frameId, url }) => void withinDocument(frameId, url))
  async function withinDocument(frameId: string, url: string): Promise<void> {
    if (frameId !== (await page.target).id) return
    navigation.url = fromShown(url)
    await readHistory()
    events.fire('did-navigate-in-page', {}, navigation.url, true)
  }
  page.on('Network.responseReceived', ({ type, frameId, response, requestId, loaderId }) => {
    if (type === 'Document' && requestId === loaderId && frameId !== undefined) status = response.status
  })
  page.on('Network.loadingFailed', ({ type, errorText }) => {
    if (type === 'Document') failure = explainFailure(errorText)
  })
  page.on('Page.lifecycleEvent', ({ name, loaderId }) => {
    if (name !== 'load') return
    loaded.add(loaderId)
    waiting.get(loaderId)?.()
  })
  page.on('Page.frameStartedLoading', ({ frameId }) => void setLoading(frameId, true))
  page.on('Page.frameStoppedLoading', ({ frameId }) => void setLoading(frameId, false))
  async function setLoading(frameId: string, isLoading: boolean): Promise<void> {
    if (frameId !== (await page.target).id || navigation.isLoading === isLoading) return
    navigation.isLoading = isLoading
    events.fire(isLoading ? 'did-start-loading' : 'did-stop-loading', {})
  }
  page.on('Page.domContentEventFired', () => {
    if (navigation.url !== '') events.fire('dom-ready', {})
  })
  page.on('Page.loadEventFired', () => {
    if (navigation.url !== '' && navigation.url !== 'about:blank') events.fire('did-finish-load', {})
  })

  const navigation: Navigation = {
    url: '',
    isLoading: false,
    entries: [],
    index: -1,
    async load(address) {
      await page.isPrepared
      const { loaderId, errorText } = await page.send('Page.navigate', { url: toShown(address) })
      if (errorText !== undefined) throw explainFailure(errorText).toError(address)
      if (loaderId === undefined || loaded.has(loaderId)) return
      await new Promise<void>((resolve) => void waiting.set(loaderId, resolve))
    },
    reload: () => page.tell('Page.reload'),
    goTo(entry) {
      if (entry) page.tell('Page.navigateToHistoryEntry', { entryId: entry.id })
    },
  }
  return navigation
}
