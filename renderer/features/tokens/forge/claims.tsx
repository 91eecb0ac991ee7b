import { Plus, X } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { INPUT_LOOK } from '../../../components/input-look.ts'
import { Segmented } from '../../../components/segmented.tsx'
import { parseMembers, readMember, writeMember } from './member-text.ts'
import { TEXT } from './text.ts'
import type { Forge } from './use-forge.ts'
import { change, type Members } from './variations.ts'

type Mode = 'form' | 'json'

export function Claims({ forge }: { readonly forge: Forge }) {
  const [mode, setMode] = useState<Mode>('form')
  const { header, claims } = forge.parts
  const Editor = mode === 'form' ? MembersForm : MembersJson
  return (
    <Card
      title={TEXT.claims}
      className="flex-none"
      aside={
        <Segmented<Mode>
          label={TEXT.mode}
          isLabelHidden
          value={mode}
          options={[
            { value: 'form', label: TEXT.modes.form },
            { value: 'json', label: TEXT.modes.json },
          ]}
          onChange={setMode}
        />
      }
    >
      <Editor title={TEXT.header} label={TEXT.headerJson} members={header} onChange={forge.setHeader} />
      <Editor title={TEXT.payload} label={TEXT.payloadJson} members={claims} onChange={forge.setClaims} />
    </Card>
  )
}

interface EditorProps {
  readonly title: string
  readonly label: string
  readonly members: Members
  readonly onChange: (members: Members) => void
}

function MembersForm({ title, members, onChange }: EditorProps) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-small font-semibold">{title}</legend>
      {Object.entries(members).map(([name, value]) => (
        <div key={name} className="grid grid-cols-[minmax(0,7.5rem)_minmax(0,1fr)_auto] items-center gap-x-2">
          <code className="truncate text-small font-semibold">{name}</code>
          <input
            type="text"
            aria-label={`${title}: ${name}`}
            spellCheck={false}
            autoComplete="off"
            value={writeMember(value)}
            onChange={(event) => onChange({ ...members, [name]: readMember(event.currentTarget.value, value) })}
            className={`${INPUT_LOOK} font-mono text-small`}
          />
          <IconButton
            label={TEXT.remove(name)}
            size="small"
            icon={<X />}
            onClick={() => onChange(change(members, { [name]: undefined }))}
          />
        </div>
      ))}
      <AddMember title={title} members={members} onChange={onChange} />
    </fieldset>
  )
}

function AddMember({ title, members, onChange }: Omit<EditorProps, 'label'>) {
  const [name, setName] = useState('')
  const wanted = name.trim()
  function add(): void {
    if (wanted === '' || wanted in members) return
    onChange({ ...members, [wanted]: '' })
    setName('')
  }
  return (
    <div className="grid grid-cols-[minmax(0,7.5rem)_auto_minmax(0,1fr)] items-center gap-x-2">
      <input
        type="text"
        aria-label={TEXT.addName(title.toLowerCase())}
        spellCheck={false}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && add()}
        className={`${INPUT_LOOK} font-mono text-small`}
      />
      <Button size="small" variant="ghost" icon={<Plus aria-hidden />} onClick={add}>
        {TEXT.add}
      </Button>
    </div>
  )
}

/** What is no JSON stays as it was typed, and changes nothing until it is. */
function MembersJson({ title, label, members, onChange }: EditorProps) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly over: Members }>()
  const text = typed?.over === members ? typed.text : JSON.stringify(members, null, 2)
  const isWrong = parseMembers(text) === undefined

  function type(next: string): void {
    const parsed = parseMembers(next)
    setTyped({ text: next, over: parsed ?? members })
    if (parsed) onChange(parsed)
  }

  return (
    <Field label={title} error={isWrong ? TEXT.notObject : undefined}>
      {(control) => (
        <textarea
          {...control}
          aria-label={label}
          rows={4}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          className={`${INPUT_LOOK} field-sizing-content h-auto! max-h-96 resize-none py-1.5 font-mono text-small`}
        />
      )}
    </Field>
  )
}
