import type { Session } from 'electron'

import { isScreensAddress } from './screens-address.ts'

/**
 * No page here needs a camera, a position or a device; Electron grants all of them unless told otherwise. The screens'
 * copy buttons and presentations need what a browser would grant them unasked.
 */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(isPermitted({ permission, address: requestingUrl, isMainFrame })),
  )
  session.setPermissionCheckHandler((_contents, permission, address, { isMainFrame }) =>
    isPermitted({ permission, address, isMainFrame }),
  )
  session.setDevicePermissionHandler(() => false)
}

export interface Wish {
  readonly permission: string
  readonly address: string
  readonly isMainFrame: boolean
}

const PERMITTED: readonly string[] = ['clipboard-sanitized-write', 'fullscreen']

export function isPermitted({ permission, address, isMainFrame }: Wish): boolean {
  return PERMITTED.includes(permission) && isMainFrame && isScreensAddress(address)
}
