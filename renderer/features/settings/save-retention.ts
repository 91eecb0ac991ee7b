import type { ErrorShape } from '#shared/errors.ts'
import type { Retention } from '#shared/model/exchange.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'

import { parseError } from '../../stores/error-shape.ts'
import type { SettingsView, Stores } from '../../stores/stores.ts'
import { formatSpan } from '../common/format-time.ts'
import { isSame } from './retention-draft.ts'
import { TEXT } from './text.ts'

export interface Saving {
  readonly bridge: Bridge
  readonly stores: Stores
}

/** By field, and what belongs to none of them. */
export interface SaveProblems {
  readonly maxCount?: string
  readonly maxAge?: string
  readonly other?: string
}

/** Saves it as a change of what stood there; gives what was wrong. */
export async function saveRetention(
  saving: Saving,
  base: Retention,
  next: Retention,
  isSecondTry = false,
): Promise<SaveProblems> {
  try {
    const { version } = await change(saving, next)
    const { show } = saving.stores.toasts.getState()
    const undo = () => undoRetention(saving, version, base)
    show({ text: TEXT.data.saved(next.maxCount, formatSpan(next.maxAge)), tone: 'good', undo })
    return {}
  } catch (error) {
    const problem = parseError(error)
    if (problem.code !== 'precondition_failed' || isSecondTry) return explainFailure(problem)
    // Somebody else was faster. Where that was about something else, nothing stands in the way.
    await saving.stores.settings.getState().load()
    const now = saving.stores.settings.getState().value?.value.retention
    return now !== undefined && isSame(now, base) ? await saveRetention(saving, base, next, true) : {}
  }
}

async function change({ bridge, stores }: Saving, retention: Retention, from?: string): Promise<SettingsView> {
  const version = from ?? stores.settings.getState().value?.version
  const changed = await bridge.call('settings.change', {
    changes: { retention },
    ...(version !== undefined && { ifVersion: [version] }),
  })
  stores.settings.setState({ value: changed, status: 'ready', error: undefined })
  return changed
}

async function undoRetention(saving: Saving, version: string, base: Retention): Promise<void> {
  const { show } = saving.stores.toasts.getState()
  try {
    await change(saving, base, version)
    show({ text: TEXT.data.undone(base.maxCount, formatSpan(base.maxAge)), tone: 'good' })
  } catch (error) {
    show({ text: TEXT.data.undoFailed(parseError(error).message), tone: 'bad' })
  }
}

function explainFailure(error: ErrorShape): SaveProblems {
  const findings = findingsOf(error)
  const at = (field: string) => findings.find(({ path }) => path.endsWith(field))?.message
  const [maxCount, maxAge] = [at('maxCount'), at('maxAge')]
  return {
    ...(maxCount !== undefined && { maxCount }),
    ...(maxAge !== undefined && { maxAge }),
    ...(maxCount === undefined && maxAge === undefined && { other: error.message }),
  }
}

interface Finding {
  readonly path: string
  readonly message: string
}

function findingsOf({ detail }: ErrorShape): readonly Finding[] {
  const { findings } = (detail ?? {}) as { readonly findings?: readonly Finding[] }
  return findings ?? []
}
