/** What a page asks for: pages of the program's own scheme are answered here, and no one goes anywhere unasked. */
import type { Protocol } from '../chromium/connection.ts'
import type { Events } from '../emitter.ts'
import { fromShown, shownPatterns } from './custom-schemes.ts'
import type { ShownPage } from './shown-page.ts'

type Paused = Protocol.Fetch.requestPausedPayload

/** What the session says to it. */
interface Host {
  findHandler(scheme: string): SchemeHandler | undefined
  admit(page: ShownPage, shownAddress: string): Promise<void>
}

/** The handler of a scheme, as `protocol.handle` was given it. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>

export function watchRequests(page: ShownPage, events: Events, session: Host): void {
  /** What the page itself has asked to be shown; what the program loads is asked by nobody. */
  const asked = new Set<string>()

  page.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition === 'currentTab') asked.add(`${frameId} ${url}`)
  })
  page.on('Network.requestWillBeSent', ({ type, frameId = '', request: { url } }) => {
    if (type === 'Document' && !isPaused(url) && asked.delete(`${frameId} ${url}`)) void mayGo(frameId, url)
  })
  page.on('Fetch.requestPaused', (paused) => void settle(paused))
  const patterns = [
    ...shownPatterns().map((urlPattern) => ({ urlPattern })),
    { resourceType: 'Document' as const },
    { resourceType: 'Document' as const, requestStage: 'Response' as const },
  ]
  page.tell('Fetch.enable', { patterns })

  async function settle(paused: Paused): Promise<void> {
    const { requestId, request } = paused
    if (await isRefused(paused)) return resolve('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    if (paused.resourceType === 'Document') await session.admit(page, request.url)
    const address = fromShown(request.url)
    const isCustom = paused.responseStatusCode === undefined && address !== request.url
    const handler = isCustom ? session.findHandler(new URL(address).protocol.slice(0, -1)) : undefined
    if (!handler) return resolve('Fetch.continueRequest', { requestId })
    resolve('Fetch.fulfillRequest', { requestId, ...(await answer(handler, address, request)) })
  }

  /** Nobody waits any more for what a page asked that has been left meanwhile. */
  function resolve(...answered: Parameters<ShownPage['send']>): void {
    page.send(...answered).catch(() => undefined)
  }

  async function isRefused({ resourceType, frameId, request, ...response }: Paused): Promise<boolean> {
    if (resourceType !== 'Document') return false
    const isMainFrame = frameId === (await page.target).id
    const to = redirectTarget(request.url, response)
    if (to !== undefined) return events.fire('will-redirect', describe(to, isMainFrame), to)
    if (response.responseStatusCode !== undefined || !asked.delete(`${frameId} ${request.url}`)) return false
    return !(await mayGo(frameId, request.url))
  }

  async function mayGo(frameId: string, shown: string): Promise<boolean> {
    const isMainFrame = frameId === (await page.target).id
    const address = fromShown(shown)
    if (events.fire('will-frame-navigate', describe(address, isMainFrame))) return false
    return !isMainFrame || !events.fire('will-navigate', describe(address, true), address)
  }
}

/** What has another scheme goes to the system, where there is one, and comes past nobody here. */
function isPaused(url: string): boolean {
  return /^(https?|data|blob|about):/i.test(url)
}

function describe(url: string, isMainFrame: boolean) {
  return { url, isMainFrame, isSameDocument: false }
}

function redirectTarget(from: string, response: Pick<Paused, 'responseStatusCode' | 'responseHeaders'>) {
  if (![301, 302, 303, 307, 308].includes(response.responseStatusCode ?? 0)) return undefined
  const location = response.responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value
  const url = location === undefined ? null : URL.parse(location, from)
  return url === null ? undefined : fromShown(url.href)
}

async function answer(
  handler: SchemeHandler,
  address: string,
  { method, headers, postData }: Protocol.Network.Request,
) {
  const own = Object.entries(headers).map(([name, value]): [string, string] => [name, fromShown(value)])
  const response = await handler(new Request(address, { method, headers: own, body: postData ?? null }))
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }))
  return { responseCode: response.status, responseHeaders, body }
}
