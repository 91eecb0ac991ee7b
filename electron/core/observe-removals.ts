import type { Recorder } from './recorder/recorder.ts'

export interface ObservedRecorder extends Recorder {
  /** Told when recorded exchanges have been removed, whoever asked for it, or may be by another retention. */
  onRemoved(listener: () => void): () => void
}

export function observeRemovals(recorder: Recorder): ObservedRecorder {
  const listeners = new Set<() => void>()

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
    onRemoved(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
