import { useState } from 'react'

import type { Retention } from '#shared/model/exchange.ts'

import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { NumberField } from '../../components/number-field.tsx'
import { Select } from '../../components/select.tsx'
import { useBridge, useStores } from '../../stores/use-stores.tsx'
import { formatSpan } from '../common/format-time.ts'
import { draftOf, isDirty, isSame, type RetentionDraft, retentionOf, UNITS } from './retention-draft.ts'
import { type SaveProblems, saveRetention } from './save-retention.ts'
import { TEXT } from './text.ts'

const words = TEXT.data
const UNIT_OPTIONS = UNITS.map((unit) => ({ value: String(unit), label: words.units[unit] }))

/** What is stored may change under the form: then it is shown, and the person chooses. */
export function RetentionForm({ stored }: { readonly stored: Retention }) {
  const saving = { bridge: useBridge(), stores: useStores() }
  const [edited, setEdited] = useState<RetentionDraft>()
  const [problems, setProblems] = useState<SaveProblems>({})
  const [isBusy, setBusy] = useState(false)
  const draft = edited !== undefined && isDirty(edited) ? edited : draftOf(stored)
  const hasChanged = edited !== undefined && isDirty(edited)
  const isConflict = hasChanged && !isSame(edited.base, stored)

  function edit(changes: Partial<RetentionDraft>): void {
    setEdited({ ...draft, ...changes })
    setProblems({})
  }

  async function save(): Promise<void> {
    const next = retentionOf(draft)
    if (next === undefined || isConflict) return
    setBusy(true)
    const found = await saveRetention(saving, draft.base, next)
    setBusy(false)
    setProblems(found)
    if (isSame(next, saving.stores.settings.getState().value?.value.retention ?? draft.base)) setEdited(undefined)
  }

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="flex flex-wrap items-start gap-4">
        <NumberField
          label={words.maxCount}
          unit={words.maxCountUnit}
          min={0}
          value={draft.maxCount}
          error={problems.maxCount ?? (draft.maxCount === undefined && words.number)}
          onChange={(maxCount) => edit({ maxCount })}
        />
        <NumberField
          label={words.maxAge}
          min={0}
          value={draft.age}
          error={problems.maxAge ?? (draft.age === undefined && words.number)}
          onChange={(age) => edit({ age })}
        />
        <Select
          label={words.maxAgeUnit}
          className="w-32"
          value={String(draft.unit)}
          options={UNIT_OPTIONS}
          onChange={(unit) => edit({ unit: UNITS.find((candidate) => String(candidate) === unit) ?? 1 })}
        />
      </div>
      <p className="text-small text-ink-3">{words.hint}</p>
      {problems.other !== undefined && (
        <p role="alert" className="text-bad">
          {words.failed} {problems.other}
        </p>
      )}
      {isConflict && (
        <Conflict
          stored={stored}
          onTheirs={() => setEdited(undefined)}
          onMine={() => setEdited({ ...edited, base: stored })}
        />
      )}
      {hasChanged && !isConflict && (
        <div className="flex gap-2">
          <Button type="submit" variant="primary" isBusy={isBusy} disabled={retentionOf(draft) === undefined}>
            {words.save}
          </Button>
          <Button onClick={() => setEdited(undefined)}>{words.revert}</Button>
        </div>
      )}
    </form>
  )
}

interface ConflictProps {
  readonly stored: Retention
  readonly onTheirs: () => void
  readonly onMine: () => void
}

function Conflict({ stored, onTheirs, onMine }: ConflictProps) {
  const { conflict } = words
  return (
    <div role="alert">
      <Notice
        tone="warn"
        title={conflict.title}
        action={
          <>
            <Button onClick={onTheirs}>{conflict.theirs}</Button>
            <Button onClick={onMine}>{conflict.mine}</Button>
          </>
        }
      >
        {conflict.text} {words.exchanges(stored.maxCount)}, {formatSpan(stored.maxAge)}.
      </Notice>
    </div>
  )
}
