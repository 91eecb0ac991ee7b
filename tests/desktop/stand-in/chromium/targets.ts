/** Makes pages, and notices those that pages open by themselves. */
import { chromium } from './chromium.ts'
import type { Protocol, Session } from './connection.ts'

export interface Target {
  readonly id: string
  /** It waits to be told to begin. */
  readonly session: Session
}

type Attached = Protocol.Target.attachedToTargetPayload

const contexts = new Set<string>()
const attached = new Map<string, Attached>()
const waiting = new Map<string, (attached: Attached) => void>()
const known = new Set<string>()
let making = 0

/** Every page in one of these is the program's. */
export function watchContext(id: string): void {
  contexts.add(id)
}

export async function makeTarget(browserContextId: string): Promise<Target> {
  const connection = await chromium
  making += 1
  const page = { url: 'about:blank', browserContextId, newWindow: true }
  const { targetId } = await connection.send('Target.createTarget', page).finally(() => (making -= 1))
  known.add(targetId)
  const { sessionId } = await whenAttached(targetId)
  for (const other of attached.values()) await decide(other)
  return { id: targetId, session: connection.session(sessionId) }
}

function whenAttached(id: string): Promise<Attached> {
  const already = attached.get(id)
  return already ? Promise.resolve(already) : new Promise((resolve) => waiting.set(id, resolve))
}

/** Nothing here may open a page by itself: the program decides, and what it allows it makes. */
async function decide({ targetInfo, sessionId }: Attached): Promise<void> {
  const { targetId, type, browserContextId = '' } = targetInfo
  if (known.has(targetId)) return
  attached.delete(targetId)
  const connection = await chromium
  const session = connection.session(sessionId)
  if (type === 'page' && contexts.has(browserContextId)) {
    // Chromium halts the page that opened it along with it, and for good if it is closed before it has begun: so it
    // begins, and fails to load whatever it was to show.
    session.on('Fetch.requestPaused', ({ requestId }) => {
      session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(gone)
    })
    await session.send('Fetch.enable', {}).catch(gone)
    await session.send('Runtime.runIfWaitingForDebugger').catch(gone)
    await connection.send('Target.closeTarget', { targetId }).catch(gone)
    return
  }
  await session.send('Runtime.runIfWaitingForDebugger').catch(gone)
  await connection.send('Target.detachFromTarget', { sessionId }).catch(gone)
}

/** Closed in the meantime, which is as good. */
function gone(): void {}

void chromium.then((connection) => {
  connection.on('Target.attachedToTarget', (target) => {
    attached.set(target.targetInfo.targetId, target)
    waiting.get(target.targetInfo.targetId)?.(target)
    if (making === 0) void decide(target)
  })
})
