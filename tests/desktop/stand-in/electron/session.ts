import { chromium } from '../chromium/chromium.ts'
import { openContext } from '../chromium/contexts.ts'
import { createEvents } from '../emitter.ts'
import { paths } from '../paths.ts'
import { type CheckHandler, createPermissions, type RequestHandler } from '../page/permissions.ts'
import type { SchemeHandler } from '../page/requests.ts'
import type { ShownPage } from '../page/shown-page.ts'
import { strict } from '../strict.ts'

export interface Insides {
  context(): Promise<string>
  findHandler(scheme: string): SchemeHandler | undefined
  refuseDownload(contents: object): void
  /** To be awaited before a page of this address is shown in it. */
  admit(page: ShownPage, shownAddress: string): Promise<void>
}

export type SessionFace = ReturnType<typeof createSession>

const LASTING = 'persist:'
const sessions = new Map<string, SessionFace>()
const insides = new WeakMap<SessionFace, Insides>()

/** Of the partitions only those that say so last beyond the end of the program; so does the default session. */
function createSession(partition: string, isLasting: boolean) {
  const handlers = new Map<string, SchemeHandler>()
  const origins = new Set<string>()
  const pages = new Set<ShownPage>()
  let opened: Promise<string> | undefined
  const context = () => (opened ??= openContext(partition, isLasting ? paths.get('userData') : undefined))
  const permissions = createPermissions(context)

  const events = createEvents('Session', ['will-download'], () => face)

  const face = strict('Session', {
    ...events.members,
    setPermissionRequestHandler: (handler: RequestHandler) => void (permissions.onRequest = handler),
    setPermissionCheckHandler: (handler: CheckHandler) => void (permissions.onCheck = handler),
    // No page in the stand-in is offered a device.
    setDevicePermissionHandler: () => undefined,
    protocol: strict('Protocol', {
      handle(scheme: string, handler: SchemeHandler) {
        if (handlers.has(scheme)) throw new Error(`the scheme ${scheme} is already handled`)
        handlers.set(scheme, handler)
      },
    }),
    async clearStorageData() {
      const [connection, browserContextId] = [await chromium, await context()]
      await connection.send('Storage.clearCookies', { browserContextId })
      // Chromium clears origin by origin, and only from within the session.
      const [page] = pages
      for (const origin of origins) await page?.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    },
    // A page here is never asked for credentials by the browser.
    clearAuthCache: async () => undefined,
  })
  insides.set(face, {
    context,
    findHandler: (scheme) => handlers.get(scheme),
    refuseDownload(contents) {
      if (!events.fire('will-download', {}, strict('DownloadItem', {}), contents)) {
        throw new Error('the stand-in has no downloads')
      }
    },
    async admit(page, shownAddress) {
      origins.add(new URL(shownAddress).origin)
      pages.add(page)
      page.onClosed(() => pages.delete(page))
      await permissions.settle(shownAddress)
    },
  })
  return face
}

export const session = strict('session', {
  get defaultSession() {
    return fromPartition('')
  },
  fromPartition,
})

function fromPartition(partition: string): SessionFace {
  const made = sessions.get(partition) ?? createSession(partition, partition === '' || partition.startsWith(LASTING))
  sessions.set(partition, made)
  return made
}

export function sessionFor(given: { readonly session?: SessionFace; readonly partition?: string }): SessionFace {
  return given.session ?? fromPartition(given.partition ?? '')
}

export function insideOf(face: SessionFace): Insides {
  const found = insides.get(face)
  if (!found) throw new Error('this is no session')
  return found
}
