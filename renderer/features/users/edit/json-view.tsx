import { useState } from 'react'

import type { Members } from '#shared/json/list-differences.ts'

import { JsonField } from '../../common/edit/fields/json-field.tsx'
import { TEXT } from '../text.ts'
import { isUserDraft } from './user-draft.ts'

interface JsonViewProps {
  readonly draft: Members
  readonly error: string | undefined
  readonly onChange: (draft: Members) => void
}

const words = TEXT.edit

/** The same draft as text. What is no user is not taken over, and says so. */
export function JsonView({ draft, error, onChange }: JsonViewProps) {
  const [isNone, setNone] = useState(false)
  return (
    <div className="p-3.5">
      <JsonField
        label={words.jsonLabel}
        hint={words.jsonHint}
        error={isNone ? words.noUser : error}
        rows={18}
        value={draft}
        onChange={(value) => {
          setNone(!isUserDraft(value))
          if (isUserDraft(value)) onChange(value)
        }}
      />
    </div>
  )
}
