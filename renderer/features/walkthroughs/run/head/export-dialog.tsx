import { Download } from 'lucide-react'
import { useEffect, useId, useState } from 'react'

import type { ErrorShape } from '#shared/errors.ts'
import type { Lesson } from '#shared/lessons/lesson.ts'

import { Button } from '../../../../components/button.tsx'
import { Dialog } from '../../../../components/dialog.tsx'
import { ErrorState } from '../../../../components/error-state.tsx'
import { Notice } from '../../../../components/notice.tsx'
import { Switch } from '../../../../components/switch.tsx'
import { parseError } from '../../../../stores/error-shape.ts'
import { useBridge, useClients, useStores } from '../../../../stores/use-stores.tsx'
import { saveFile } from '../../../common/save-file.ts'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { collectLesson } from './collect-lesson.ts'
import { type Format, FORMATS, nameFile, writeFile } from './formats.ts'

const words = TEXT.export

interface ExportDialogProps {
  readonly walk: Walk
  readonly format: Format
  readonly onClose: () => void
}

/** As what, with or without secrets, and what will be in it. */
export function ExportDialog({ walk, format: first, onClose }: ExportDialogProps) {
  const { show } = useStores().toasts.getState()
  const [format, setFormat] = useState(first)
  const [isMasked, setMasked] = useState(true)
  const [isBusy, setBusy] = useState(false)
  const { lesson, error, again } = useCollected(walk)

  async function save(whole: Lesson): Promise<void> {
    setBusy(true)
    try {
      const name = nameFile(format, whole)
      saveFile(await writeFile(format, whole, isMasked), name)
      show({ text: words.saved(name), tone: 'good' })
      onClose()
    } catch (failure) {
      show({ text: words.notSaved(parseError(failure).message), tone: 'bad' })
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            variant="primary"
            icon={<Download aria-hidden />}
            isBusy={isBusy || (lesson === undefined && error === undefined)}
            disabled={error !== undefined}
            onClick={() => lesson !== undefined && void save(lesson)}
          >
            {words.action}
          </Button>
        </>
      }
    >
      <Formats format={format} onChange={setFormat} />
      <Switch label={words.mask} hint={words.maskHint} checked={isMasked} onChange={setMasked} />
      {!isMasked && (
        <Notice tone="warn" title={words.open}>
          {words.openText}
        </Notice>
      )}
      {error !== undefined && <ErrorState title={words.failed} error={error} onRetry={again} />}
      {error === undefined && <Contents walk={walk} lesson={lesson} format={format} isMasked={isMasked} />}
    </Dialog>
  )
}

interface FormatsProps {
  readonly format: Format
  readonly onChange: (format: Format) => void
}

function Formats({ format, onChange }: FormatsProps) {
  const name = useId()
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 text-small font-semibold">{words.format}</legend>
      {FORMATS.map((id) => (
        <label key={id} className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-2.5">
          <input
            type="radio"
            name={name}
            className="mt-0.75 size-4 accent-accent"
            checked={id === format}
            onChange={() => onChange(id)}
          />
          <span className="font-medium">{words.formats[id].title}</span>
          <span className="col-start-2 text-small text-ink-3">{words.formats[id].text}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface ContentsProps {
  readonly walk: Walk
  readonly lesson: Lesson | undefined
  readonly format: Format
  readonly isMasked: boolean
}

/** Said before it is written: what anybody will find in it who gets it. */
function Contents({ walk, lesson, format, isMasked }: ContentsProps) {
  const { run, steps } = walk
  const taken = run.steps.filter(({ state }) => state !== 'coming' && state !== 'current').length
  return (
    <section aria-label={words.inside} className="rounded-card bg-sunken px-3 py-2.5 inset-ring inset-ring-line">
      <h3 className="text-small font-semibold">{words.inside}</h3>
      <ul className="list-disc pl-4 text-small text-ink-2">
        {format !== 'har' && <li>{words.steps(taken, steps.length)}</li>}
        <li>{lesson === undefined ? words.collecting : words.exchanges(lesson.exchanges.length)}</li>
        {format !== 'har' && lesson !== undefined && lesson.tokens.length > 0 && (
          <li>{words.tokens(lesson.tokens.length, isMasked)}</li>
        )}
        {lesson !== undefined && (
          <li>
            {words.file} <code className="wrap-anywhere">{nameFile(format, lesson)}</code>
          </li>
        )}
      </ul>
    </section>
  )
}

interface Collected {
  readonly lesson?: Lesson
  readonly error?: ErrorShape
}

function useCollected({ run, parties }: Walk): Collected & { readonly again: () => void } {
  const bridge = useBridge()
  const clients = useClients(({ items }) => items)
  const [collected, setCollected] = useState<Collected>({})
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isWanted = true
    collectLesson(bridge, run, parties, clients).then(
      (lesson) => isWanted && setCollected({ lesson }),
      (error: unknown) => isWanted && setCollected({ error: parseError(error) }),
    )
    return () => void (isWanted = false)
    // What they are called is made anew each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [bridge, run, clients, attempt, parties.user, parties.client, parties.api])
  return { ...collected, again: () => (setCollected({}), setAttempt((count) => count + 1)) }
}
