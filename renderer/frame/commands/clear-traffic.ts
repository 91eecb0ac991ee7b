import type { ExchangeFilter } from '#shared/model/exchange.ts'
import { ValetKeyError } from '#shared/errors.ts'

import { parseError } from '../../stores/error-shape.ts'
import { TEXT } from '../text.ts'
import type { Frame } from './command.ts'

const words = TEXT.clearTraffic

/** Deletes what fits, all without a filter; for a while it can be had back. */
export async function clearTraffic(
  { bridge, stores }: Pick<Frame, 'bridge' | 'stores'>,
  selection: ExchangeFilter & { readonly ids?: readonly number[] } = {},
): Promise<void> {
  const { show } = stores.toasts.getState()
  const { ids, ...filter } = selection

  async function restore(undo: number): Promise<void> {
    const { restored } = await bridge.call('exchanges.restore', { undo })
    if (restored === 0) throw new ValetKeyError('not_found', words.tooLate)
  }

  try {
    const { removed, undo } = await bridge.call('exchanges.remove', {
      ...filter,
      ...(ids && { ids: [...ids] }),
      undoable: true,
    })
    const isUndoable = removed > 0 && undo !== undefined
    show({ text: words.done(removed), tone: 'good', ...(isUndoable && { undo: () => restore(undo) }) })
  } catch (error) {
    show({ text: words.failed(parseError(error).message), tone: 'bad' })
  }
}
