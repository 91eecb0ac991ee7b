import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import type { UsersImport } from '#shared/contract/calls/users.ts'
import { readUsers } from '#shared/people/read-users.ts'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Notice } from '../../../components/notice.tsx'
import { Segmented } from '../../../components/segmented.tsx'
import { TextArea } from '../../../components/text-area.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'
import { ImportPreview } from './import-preview.tsx'

const words = TEXT.import

/** As much as one frame carries to the program, with room for what is around it. */
const LARGEST = 3 * 1024 * 1024
const LARGEST_NAME = '3 MB'

interface Checked {
  readonly users: readonly unknown[]
  readonly existing: 'replace' | 'keep'
  readonly result: UsersImport
}

/** First what would happen, then the deed. */
export function ImportUsers() {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const picker = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [existing, setExisting] = useState<Checked['existing']>('replace')
  const [checked, setChecked] = useState<Checked>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  function change(next: string): void {
    setText(next)
    setChecked(undefined)
    setProblem(undefined)
  }

  async function readFile(file: File | undefined): Promise<void> {
    if (file === undefined) return
    if (file.size > LARGEST) {
      change('')
      setProblem(words.tooLarge(LARGEST_NAME))
      return
    }
    try {
      const content = await file.text()
      change(content)
      await check(content, existing)
    } catch {
      setProblem(words.unreadable)
    }
  }

  async function check(content: string, policy: Checked['existing']): Promise<void> {
    setChecked(undefined)
    const read = readUsers(content)
    if ('problem' in read || content.length > LARGEST) {
      setProblem('problem' in read ? read.problem : words.tooLarge(LARGEST_NAME))
      return
    }
    setBusy(true)
    try {
      const users = [...read.users]
      const result = await bridge.call('users.import', { users, existing: policy, dryRun: true })
      setChecked({ users, existing: policy, result })
      setProblem(undefined)
    } catch (error) {
      setProblem(parseError(error).message)
    } finally {
      setBusy(false)
    }
  }

  async function apply({ users, existing: policy }: Checked): Promise<void> {
    setBusy(true)
    try {
      const { counts, change: id } = await bridge.call('users.import', { users: [...users], existing: policy })
      const undo = id === undefined ? undefined : async () => void (await bridge.call('history.putBack', { id }))
      show({ text: words.done(counts.added, counts.changed), tone: 'good', ...(undo && { undo }) })
      navigate('/users')
    } catch (error) {
      setProblem(`${words.failed} ${parseError(error).message}`)
      setBusy(false)
    }
  }

  function choose(policy: Checked['existing']): void {
    setExisting(policy)
    if (checked !== undefined) void check(text, policy)
  }

  const count = checked === undefined ? 0 : checked.result.counts.added + checked.result.counts.changed
  return (
    <Card className="flex-1 overflow-auto" title={words.title}>
      <p className="text-ink-2">{words.text}</p>
      <div className="flex flex-wrap items-end gap-3">
        <input
          ref={picker}
          type="file"
          accept=".json,.csv,.txt,application/json,text/csv"
          aria-label={words.fileLabel}
          tabIndex={-1}
          className="sr-only"
          onChange={({ currentTarget }) => {
            void readFile(currentTarget.files?.[0])
            // The same file can be chosen again once it has been mended.
            currentTarget.value = ''
          }}
        />
        <Button icon={<FileUp aria-hidden />} onClick={() => picker.current?.click()}>
          {words.file}
        </Button>
        <Segmented
          label={words.existing}
          value={existing}
          options={[
            { value: 'replace', label: words.replace },
            { value: 'keep', label: words.keep },
          ]}
          onChange={choose}
        />
      </div>
      <p className="text-small text-ink-3">{words.existingHint}</p>
      <TextArea
        label={words.content}
        rows={8}
        placeholder={words.placeholder}
        value={text}
        error={problem}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
      {checked !== undefined && <ImportPreview result={checked.result} />}
      <div className="flex flex-wrap gap-2">
        {checked === undefined ? (
          <Button variant="primary" isBusy={isBusy} onClick={() => void check(text, existing)}>
            {words.check}
          </Button>
        ) : count > 0 ? (
          <Button variant="primary" isBusy={isBusy} onClick={() => void apply(checked)}>
            {words.apply(checked.result.counts.added, checked.result.counts.changed)}
          </Button>
        ) : (
          <Notice tone="neutral">{words.nothing}</Notice>
        )}
      </div>
    </Card>
  )
}
