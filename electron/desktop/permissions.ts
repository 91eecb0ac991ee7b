import type { Session } from 'electron'

/** No page here needs a camera, a position or a notification; Electron grants all of them unless told otherwise. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
}
