import { useState } from 'react'
import { useStore } from 'zustand/react'

import type { HistoryPart } from '#shared/contract/calls/history.ts'
import { rebase, valueAt } from '#shared/json/build-merge-patch.ts'
import { isSameJson, type Members } from '#shared/json/list-differences.ts'

import type { Draft } from '../../../stores/create-drafts.ts'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { NO_PROBLEMS, type Problems, readProblems } from './problems.ts'
import { TEXT } from './text.ts'
import { prepareUndo } from './undo-change.ts'

export interface Versioned<Value> {
  readonly version: string
  readonly value: Value
}

export interface EditOptions<Value extends object> {
  readonly kind: HistoryPart['kind']
  /** Its id. */
  readonly entity: string
  /** For people. */
  readonly label: string
  /** Where it can be gone on with. */
  readonly address: string
  /** As the program has it now; when that changes under the form, both sides' changes go together or are shown. */
  readonly stored: Versioned<Value>
  /** Asks for `stored` again. */
  readonly reload: () => Promise<void>
  readonly save: (value: Value, from: { readonly base: Value; readonly version: string }) => Promise<unknown>
}

export interface Clash {
  readonly path: string
  readonly mine: unknown
  readonly theirs: unknown
}

/** Of a form whatever it is a form of. */
export interface EditState {
  readonly isChanged: boolean
  readonly isBusy: boolean
  readonly problems: Problems
  /** Somebody else has changed the same members meanwhile: one of the two has to be chosen. */
  readonly clashes: readonly Clash[]
  /** True when it was saved. */
  readonly save: () => Promise<boolean>
  readonly discard: () => void
  readonly keepMine: () => void
}

export interface Edit<Value extends object> extends EditState {
  /** What the fields show. */
  readonly value: Value
  readonly set: (changes: Partial<Value>) => void
  readonly replace: (value: Value) => void
}

/**
 * A form over something that the program keeps. What was typed outlives the screen; saving names the version that it
 * was made from, so that nobody overwrites what they have not seen; what was saved can be taken back.
 */
export function useEdit<Value extends object>(options: EditOptions<Value>): Edit<Value> {
  const { kind, entity, label, address, stored, reload } = options
  const bridge = useBridge()
  const { drafts, toasts } = useStores()
  const key = `${kind} ${entity}`
  const kept = useStore(drafts, (state) => state.drafts.get(key))
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [isBusy, setBusy] = useState(false)
  const { draft, clashes } = bringUpToDate(kept, stored)
  // Only this hook writes drafts under this key, so that they are of this kind.
  const value = (draft?.value ?? stored.value) as Value

  function keep(changes: Partial<Draft>): void {
    const now = { label, address, base: stored.value, version: stored.version, value, ...draft, ...changes }
    if (isSameJson(now.value, now.base)) drafts.getState().drop(key)
    else drafts.getState().keep(key, now)
  }

  function replace(next: Value): void {
    setProblems(NO_PROBLEMS)
    keep({ value: next })
  }

  async function save(): Promise<boolean> {
    if (draft === undefined || clashes.length > 0) return false
    setBusy(true)
    try {
      await options.save(value, { base: draft.base as Value, version: draft.version })
      drafts.getState().drop(key)
      setProblems(NO_PROBLEMS)
      const undo = await prepareUndo(bridge, kind, entity)
      toasts.getState().show({ text: TEXT.saved(label), tone: 'good', ...(undo && { undo }) })
      return true
    } catch (failure) {
      const error = parseError(failure)
      // Somebody else was faster: what they did comes with the answer, and is shown as a clash where it is one.
      if (error.code === 'precondition_failed') await reload()
      else setProblems(readProblems(error))
      return false
    } finally {
      setBusy(false)
    }
  }

  return {
    value,
    isChanged: draft !== undefined,
    isBusy,
    problems,
    clashes,
    set: (changes) => replace({ ...value, ...changes }),
    replace,
    save,
    discard() {
      setProblems(NO_PROBLEMS)
      drafts.getState().drop(key)
    },
    keepMine: () => keep({ base: stored.value, version: stored.version }),
  }
}

/** Their changes are taken in as long as they are about other members than mine. */
function bringUpToDate(draft: Draft | undefined, stored: Versioned<object>) {
  if (draft === undefined || draft.version === stored.version) return { draft, clashes: [] }
  const [base, mine, theirs] = [draft.base as Members, draft.value as Members, stored.value as Members]
  const { value, clashes } = rebase(base, mine, theirs)
  if (clashes.length === 0) return { draft: { ...draft, base: theirs, version: stored.version, value }, clashes: [] }
  const shown = clashes.map((path) => ({
    path: path.join('.'),
    mine: valueAt(mine, path),
    theirs: valueAt(theirs, path),
  }))
  // With mine where both changed it, so that choosing mine loses nothing else of theirs.
  return { draft: { ...draft, value }, clashes: shown }
}
