import { randomUUID } from 'node:crypto'

import { type Session, session, type WebContents } from 'electron'

import { denyPermissions } from '../permissions.ts'

/** Its own cookies and storage, kept between starts; a private one is in memory alone and never used again. */
export function openSession(isPrivate: boolean): Session {
  const opened = session.fromPartition(isPrivate ? `user-agent-${randomUUID()}` : 'persist:user-agent')
  if (!prepared.has(opened)) prepare(opened)
  return opened
}

const prepared = new WeakSet<Session>()
const refusals = new WeakMap<WebContents, () => void>()

function prepare(opened: Session): void {
  prepared.add(opened)
  denyPermissions(opened)
  opened.on('will-download', (event, _item, contents) => {
    event.preventDefault()
    refusals.get(contents)?.()
  })
}

/** A session is shared by the pages that come and go in it; each hears of its own downloads. */
export function onDownloadRefused(contents: WebContents, listener: () => void): void {
  refusals.set(contents, listener)
}

/** Everything that sites have left behind. */
export async function clearSession(opened: Session): Promise<void> {
  await opened.clearStorageData()
  // Credentials that were sent as an answer to a challenge are none of the stored data.
  await opened.clearAuthCache()
}
