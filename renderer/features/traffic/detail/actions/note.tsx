import { type FormEvent, useState } from 'react'

import { LONGEST_NOTE } from '#shared/model/exchange.ts'

import { Button } from '../../../../components/button.tsx'
import { Field } from '../../../../components/field.tsx'
import { INPUT_LOOK } from '../../../../components/input-look.ts'
import { TEXT } from '../text.ts'

const words = TEXT.note

interface NoteProps {
  readonly note: string
  readonly onSave: (note: string) => Promise<void>
  readonly onCancel: () => void
}

export function Note({ note, onSave, onCancel }: NoteProps) {
  const [text, setText] = useState(note)
  const [isBusy, setBusy] = useState(false)

  async function save(event?: FormEvent): Promise<void> {
    event?.preventDefault()
    setBusy(true)
    await onSave(text.trim())
    setBusy(false)
  }

  return (
    <form className="mb-2 flex flex-col gap-2" onSubmit={(event) => void save(event)}>
      <Field label={words.label} hint={words.hint}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={LONGEST_NOTE}
            // It has just been asked for.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={text}
            className={INPUT_LOOK}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onCancel()
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
            }}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button variant="ghost" size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button type="submit" variant="primary" size="small" isBusy={isBusy}>
          {words.save}
        </Button>
      </div>
    </form>
  )
}
