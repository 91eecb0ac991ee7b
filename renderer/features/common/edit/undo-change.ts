import type { HistoryPart } from '#shared/contract/calls/history.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'

/** Puts the last change of an entity back; asked for at once, so that a later change by somebody else is not meant. */
export async function prepareUndo(
  bridge: Bridge,
  kind: HistoryPart['kind'],
  entity: string,
): Promise<(() => Promise<void>) | undefined> {
  const { items } = await bridge.call('history.list', { kind, entity, limit: 1 })
  const [last] = items
  return last && (async () => void (await bridge.call('history.putBack', { id: last.id })))
}
