import { FileUp } from 'lucide-react'
import { type DragEvent, useState } from 'react'

import { Card } from '../../../components/card.tsx'
import { classNames } from '../../../components/class-names.ts'
import { TextArea } from '../../../components/text-area.tsx'
import { PickFile } from '../../common/pick-file.tsx'
import { TEXT } from '../text.ts'
import { type ReadConfig, readConfigFile, readConfigText } from './read-config.ts'
import { Trial } from './trial.tsx'

const words = TEXT.import

interface ImportPaneProps {
  readonly read: ReadConfig | undefined
  readonly onRead: (read: ReadConfig | undefined) => void
}

/** A config file: chosen, dropped or pasted; tried, and only then imported. */
export function ImportPane({ read, onRead }: ImportPaneProps) {
  return (
    <Card className="flex-1 overflow-auto" title={words.title} isFlush={read !== undefined}>
      {read === undefined ? <Source onRead={onRead} /> : <Trial read={read} onOther={() => onRead(undefined)} />}
    </Card>
  )
}

function Source({ onRead }: { readonly onRead: (read: ReadConfig) => void }) {
  const [isOver, setOver] = useState(false)

  function drop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) void readConfigFile(file).then(onRead)
  }

  return (
    <>
      <p className="text-ink-2">{words.text}</p>
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          'flex flex-col gap-3 rounded-card border border-dashed p-4',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
      >
        <div className="flex flex-wrap items-center gap-3">
          <PickFile
            label={words.pick}
            accept=".json,application/json"
            icon={<FileUp aria-hidden />}
            onPick={(file) => void readConfigFile(file).then(onRead)}
          />
          <span className="text-ink-2">{words.drop}</span>
        </div>
        <TextArea
          label={words.paste}
          rows={6}
          spellCheck={false}
          className="font-mono"
          onChange={(event) => {
            const text = event.currentTarget.value
            if (text.trim() !== '') onRead(readConfigText(words.pasted, text))
          }}
        />
      </div>
    </>
  )
}
