import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'

import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { TEXT } from './text.ts'

const words = TEXT

interface AddPairProps {
  readonly title: string
  readonly onAdd: (name: string, value: string) => void
}

export function AddPair({ title, onAdd }: AddPairProps) {
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [value, setValue] = useState('')

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (name.trim() === '') return
    onAdd(name.trim(), value)
    setName('')
    setValue('')
    setOpen(false)
  }

  if (!isOpen) {
    return (
      <Button
        size="small"
        variant="ghost"
        className="mt-1 self-start"
        icon={<Plus aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {title}
      </Button>
    )
  }
  return (
    <form className="mt-1 flex flex-wrap items-end gap-2" onSubmit={submit}>
      <TextField
        label={words.addName}
        mono
        // It has just been asked for.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        className="min-w-32 flex-1"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextField
        label={words.addValue}
        mono
        className="min-w-32 flex-2"
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {words.addIt}
      </Button>
    </form>
  )
}
