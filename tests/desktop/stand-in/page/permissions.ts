/** Electron asks the program for every permission, and grants all of them if nobody answers; Chromium is told the same. */
import { chromium } from '../chromium/chromium.ts'
import { fromShown } from './custom-schemes.ts'

interface Details {
  readonly requestingUrl: string
  readonly isMainFrame: boolean
}

export type RequestHandler = (
  contents: null,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: Details,
) => void
export type CheckHandler = (contents: null, permission: string, origin: string, details: Details) => boolean

export interface Permissions {
  onRequest: RequestHandler
  onCheck: CheckHandler
  /** To be awaited before a page of this address is shown. */
  settle(shownAddress: string): Promise<void>
}

/** Electron's name, and the one by which Chromium is told. */
const PERMISSIONS = [
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['clipboard-read', 'clipboard-read'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
] as const

export function createPermissions(context: () => Promise<string>): Permissions {
  const settled = new Set<string>()
  const permissions: Permissions = {
    onRequest: (_contents, _permission, answer) => answer(true),
    onCheck: () => true,
    async settle(shownAddress) {
      const { origin } = new URL(shownAddress)
      if (origin === 'null' || settled.has(origin)) return
      settled.add(origin)
      const [connection, browserContextId] = [await chromium, await context()]
      const requestingUrl = fromShown(`${origin}/`)
      for (const [permission, name] of PERMISSIONS) {
        const setting = (await isGranted(permission, requestingUrl)) ? 'granted' : 'denied'
        await connection.send('Browser.setPermission', { permission: { name }, setting, origin, browserContextId })
      }
    },
  }

  async function isGranted(permission: string, requestingUrl: string): Promise<boolean> {
    const details = { requestingUrl, isMainFrame: true }
    if (!permissions.onCheck(null, permission, requestingUrl, details)) return false
    return await new Promise((resolve) => permissions.onRequest(null, permission, resolve, details))
  }
  return permissions
}
