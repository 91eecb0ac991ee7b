import type { ExchangeSummary } from '#shared/model/exchange.ts'

import type { Recorder } from './recorder/recorder.ts'

export interface ObservedRecorder extends Recorder {
  /** Told when recorded exchanges have been removed, whoever asked for it, or may be by another retention. */
  onRemoved(listener: () => void): () => void
  /** Told of an exchange that was pinned, or has another note. */
  onAnnotated(listener: (exchange: ExchangeSummary) => void): () => void
}

export function observeRemovals(recorder: Recorder): ObservedRecorder {
  const listeners = new Set<() => void>()
  const annotations = new Set<(exchange: ExchangeSummary) => void>()

  function tell(): void {
    for (const listener of listeners) listener()
  }

  return {
    ...recorder,
    async remove(filter) {
      const removed = await recorder.remove(filter)
      if (removed > 0) tell()
      return removed
    },
    async withhold(selection) {
      const removed = await recorder.withhold(selection)
      if (removed.removed > 0) tell()
      return removed
    },
    async restore(batch) {
      const restored = await recorder.restore(batch)
      if (restored > 0) tell()
      return restored
    },
    setRetention(retention) {
      recorder.setRetention(retention)
      if (listeners.size > 0) recorder.flush().then(tell, () => undefined)
    },
    async annotateStored(id, change) {
      const exchange = await recorder.annotateStored(id, change)
      if (exchange !== undefined) for (const listener of annotations) listener(exchange)
      return exchange
    },
    onAnnotated(listener) {
      annotations.add(listener)
      return () => void annotations.delete(listener)
    },
    onRemoved(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
