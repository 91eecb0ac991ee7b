import { CircleDot } from 'lucide-react'
import { useEffect, useRef } from 'react'

import { Button } from '../../../components/button.tsx'
import { Notice } from '../../../components/notice.tsx'
import { TEXT } from './text.ts'
import type { Clash, EditState } from './use-edit.ts'

interface EditBarProps {
  readonly edit: EditState
  /** Members that have a field, at which what is wrong with them is shown. */
  readonly fields: readonly string[]
}

/** Below a form: says that something is not saved yet, what was wrong, and what clashes. Ctrl or Cmd S saves. */
export function EditBar({ edit, fields }: EditBarProps) {
  const { isChanged, isBusy, problems, clashes, save, discard, keepMine } = edit
  useSaveKey(isChanged && clashes.length === 0 ? save : undefined)
  const wrong = problems.besides(fields)
  if (!isChanged) return null
  return (
    <div className="sticky bottom-0 z-10 flex flex-col gap-2 border-t border-line bg-panel px-3.5 py-2.5">
      {wrong.length > 0 && (
        <div role="alert">
          <Notice tone="bad" title={TEXT.failed}>
            {wrong.map((message) => (
              <p key={message}>{message}</p>
            ))}
          </Notice>
        </div>
      )}
      {clashes.length > 0 ? (
        <Clashes clashes={clashes} onMine={keepMine} onTheirs={discard} />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <output className="mr-auto inline-flex items-center gap-1.5 text-small text-warn">
            <CircleDot className="size-3.5" aria-hidden /> {TEXT.unsaved}
          </output>
          <Button onClick={discard}>{TEXT.discard}</Button>
          <Button variant="primary" isBusy={isBusy} onClick={() => void save()}>
            {TEXT.save}
          </Button>
        </div>
      )}
    </div>
  )
}

interface ClashesProps {
  readonly clashes: readonly Clash[]
  readonly onMine: () => void
  readonly onTheirs: () => void
}

function Clashes({ clashes, onMine, onTheirs }: ClashesProps) {
  const words = TEXT.clash
  return (
    <div role="alert">
      <Notice
        tone="warn"
        title={words.title}
        action={
          <>
            <Button onClick={onTheirs}>{words.takeTheirs}</Button>
            <Button onClick={onMine}>{words.keepMine}</Button>
          </>
        }
      >
        <p>{words.text}</p>
        <table className="mt-2 w-full table-fixed text-left text-small">
          <thead>
            <tr>
              <th className="font-semibold">{words.member}</th>
              <th className="font-semibold">{words.mine}</th>
              <th className="font-semibold">{words.theirs}</th>
            </tr>
          </thead>
          <tbody className="font-mono">
            {clashes.map(({ path, mine, theirs }) => (
              <tr key={path} className="align-top">
                <th className="wrap-anywhere font-normal">{path}</th>
                <td className="wrap-anywhere">{show(mine)}</td>
                <td className="wrap-anywhere">{show(theirs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Notice>
    </div>
  )
}

function show(value: unknown): string {
  if (value === undefined) return TEXT.clash.none
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function useSaveKey(save: (() => Promise<boolean>) | undefined): void {
  const current = useRef(save)
  useEffect(() => void (current.current = save))
  const isOn = save !== undefined
  useEffect(() => {
    if (!isOn) return
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      void current.current?.()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isOn])
}
