import { FolderOpen } from 'lucide-react'
import { useRef, useState } from 'react'

import type { KeyDeed } from '#shared/contract/calls/keys.ts'
import { SIGNING_ALGS } from '#shared/model/key.ts'

import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { Select } from '../../components/select.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { TextField } from '../../components/text-field.tsx'
import { parseError } from '../../stores/error-shape.ts'
import { useBridge } from '../../stores/use-stores.tsx'
import { NO_PROBLEMS, type Problems, readProblems } from '../common/edit/problems.ts'
import { DeedDialog } from './deed-dialog.tsx'
import { ALG_NOTES, TEXT } from './text.ts'

type NewKey = Extract<KeyDeed, { do: 'create' }>['key']

const words = TEXT.new
const SOURCES = [
  { value: 'made', label: words.sources.made },
  { value: 'given', label: words.sources.given },
] as const
const LARGEST_FILE = 100_000

/**
 * A key made here, or one that is brought along. What is typed stays in this screen alone: a private key is nothing to
 * keep for later.
 */
export function AddKey() {
  const bridge = useBridge()
  const [source, setSource] = useState<'made' | 'given'>('made')
  const [alg, setAlg] = useState<NonNullable<NewKey['alg']> | ''>('RS256')
  const [kid, setKid] = useState('')
  const [text, setText] = useState('')
  const [state, setState] = useState<'active' | 'retiring'>('active')
  const [problems, setProblems] = useState<Problems>(NO_PROBLEMS)
  const [checked, setChecked] = useState<NewKey>()
  const [isBusy, setBusy] = useState(false)
  const isGiven = source === 'given'

  /** Asked once before the dialog, so that what is wrong stands at its field. */
  async function check(): Promise<void> {
    const key: NewKey = {
      ...(alg !== '' && { alg }),
      ...(kid !== '' && { kid }),
      ...(isGiven && { private_key: text }),
      state,
    }
    setBusy(true)
    try {
      await bridge.call('keys.preview', { deed: { do: 'create', key } })
      setProblems(NO_PROBLEMS)
      setChecked(key)
    } catch (error) {
      setProblems(readProblems(parseError(error)))
    } finally {
      setBusy(false)
    }
  }

  function edit(change: () => void): void {
    setProblems(NO_PROBLEMS)
    change()
  }

  const other = problems.besides(['key.alg', 'key.kid', 'key.private_key'])
  return (
    <Card title={words.title} className="flex-1 overflow-auto">
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void check()
        }}
      >
        <Segmented
          label={words.source}
          value={source}
          options={SOURCES}
          onChange={(next) =>
            edit(() => {
              setSource(next)
              setAlg(next === 'given' ? '' : 'RS256')
            })
          }
        />
        {isGiven && (
          <KeyText
            value={text}
            error={problems.at('key.private_key')}
            onChange={(next) => edit(() => setText(next))}
            onProblem={setProblems}
          />
        )}
        <Select
          label={words.alg}
          hint={alg === '' ? words.algHint : ALG_NOTES[alg]}
          error={problems.at('key.alg')}
          value={alg}
          options={[
            ...(isGiven ? [{ value: '' as const, label: words.algAny }] : []),
            ...SIGNING_ALGS.map((one) => ({ value: one, label: one })),
          ]}
          onChange={(next) => edit(() => setAlg(next))}
        />
        <TextField
          label={<code>{words.kid}</code>}
          hint={words.kidHint}
          error={problems.at('key.kid')}
          mono
          value={kid}
          onChange={({ currentTarget }) => edit(() => setKid(currentTarget.value))}
        />
        <Segmented
          label={words.state}
          value={state}
          options={[
            { value: 'active', label: words.states.active },
            { value: 'retiring', label: words.states.retiring },
          ]}
          onChange={setState}
        />
        {other.length > 0 && (
          <p role="alert" className="text-small text-bad">
            {other.join('\n')}
          </p>
        )}
        <div>
          <Button type="submit" variant="primary" isBusy={isBusy}>
            {words.go}
          </Button>
        </div>
      </form>
      {checked !== undefined && (
        <DeedDialog deed={{ do: 'create', key: checked }} onClose={() => setChecked(undefined)} />
      )}
    </Card>
  )
}

interface KeyTextProps {
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (text: string) => void
  readonly onProblem: (problems: Problems) => void
}

function KeyText({ value, error, onChange, onProblem }: KeyTextProps) {
  const input = useRef<HTMLInputElement>(null)

  async function read(file: File): Promise<void> {
    if (file.size <= LARGEST_FILE) return onChange(await file.text())
    onProblem(
      readProblems({
        code: 'invalid',
        message: words.tooLarge,
        detail: { findings: [{ path: 'deed.key.private_key', message: words.tooLarge }] },
      }),
    )
  }

  return (
    <div className="flex flex-col gap-2">
      <TextArea
        label={words.key}
        hint={words.keyHint}
        error={error}
        rows={6}
        spellCheck={false}
        autoComplete="off"
        placeholder={words.placeholder}
        className="font-mono text-small"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <input
        ref={input}
        type="file"
        hidden
        aria-label={words.fileLabel}
        accept=".pem,.key,.json,.jwk,.txt"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          currentTarget.value = ''
          if (file !== undefined) void read(file)
        }}
      />
      <div>
        <Button size="small" icon={<FolderOpen aria-hidden />} onClick={() => input.current?.click()}>
          {words.file}
        </Button>
      </div>
    </div>
  )
}
