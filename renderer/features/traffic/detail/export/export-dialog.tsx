import { Download } from 'lucide-react'
import { useState } from 'react'

import type { ErrorShape } from '#shared/errors.ts'
import type { ExchangeFilter } from '#shared/model/exchange.ts'

import { Button } from '../../../../components/button.tsx'
import { Checkbox } from '../../../../components/checkbox.tsx'
import { Dialog } from '../../../../components/dialog.tsx'
import { Notice } from '../../../../components/notice.tsx'
import { Segmented } from '../../../../components/segmented.tsx'
import { parseError } from '../../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../../stores/use-stores.tsx'
import { saveFile } from '../../../common/save-file.ts'
import { TEXT } from '../text.ts'
import { type ExportFormat, EXPORT_FORMATS, loadExport } from './load-export.ts'

const words = TEXT.export

export interface ExportDialogProps {
  /** These alone. */
  readonly ids?: readonly number[] | undefined
  /** Those that fit; without it and without ids, all. */
  readonly filter?: ExchangeFilter | undefined
  readonly onClose: () => void
}

export function ExportDialog({ ids, filter, onClose }: ExportDialogProps) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const [format, setFormat] = useState<ExportFormat>('har')
  const [secrets, setSecrets] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ErrorShape>()

  async function save(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      const { file, count, name } = await loadExport(bridge, { format, secrets, ids, filter })
      saveFile(file, name)
      show({ text: words.done(count, name), tone: 'good' })
      onClose()
    } catch (failure) {
      setError(parseError(failure))
      setBusy(false)
    }
  }

  return (
    <Dialog
      isOpen
      title={words.title}
      description={sayWhat({ ids, filter })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button variant="primary" icon={<Download aria-hidden />} isBusy={isBusy} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <Segmented
        label={words.format}
        value={format}
        options={EXPORT_FORMATS.map((value) => ({ value, label: words.formats[value] }))}
        onChange={setFormat}
      />
      <p className="text-small text-ink-2">{words.about[format]}</p>
      <Checkbox label={words.secrets} hint={words.secretsHint} checked={secrets} onChange={setSecrets} />
      {secrets && <Notice tone="warn">{words.warning}</Notice>}
      {error !== undefined && (
        <Notice tone="bad" title={words.failed}>
          {error.message}
        </Notice>
      )}
    </Dialog>
  )
}

function sayWhat({ ids, filter }: Pick<ExportDialogProps, 'ids' | 'filter'>): string {
  if (ids !== undefined) return words.these(ids.length)
  const isFiltered = Object.values(filter ?? {}).some((value) => value !== undefined)
  return isFiltered ? words.fitting : words.all
}
