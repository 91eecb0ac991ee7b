import { Download, Upload } from 'lucide-react'
import { useRef, useState } from 'react'

import type { ExchangeFilter } from '#shared/model/exchange.ts'

import { Button } from '../../../../components/button.tsx'
import { useExchanges } from '../../../../stores/use-stores.tsx'
import { DropZone } from './import/drop-zone.tsx'
import { ImportReport } from './import/import-report.tsx'
import { useImport } from './import/use-import.ts'
import { TEXT } from '../text.ts'
import { ExportDialog } from './export-dialog.tsx'

const words = TEXT.export

interface ExportTrafficProps {
  /** What is chosen in the list; left out: what fits the filter. */
  readonly ids?: readonly number[] | undefined
  readonly filter?: ExchangeFilter | undefined
}

/** Traffic as a file: out of here, and in from elsewhere. Stands in the head of the screen. */
export function ExportTraffic({ ids, filter }: ExportTrafficProps) {
  const stored = useExchanges((state) => state.stored)
  const [isOpen, setOpen] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const { state, read, close } = useImport()
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".har,.json,application/json"
        aria-label={words.pick}
        className="hidden"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file !== undefined) void read(file)
        }}
      />
      <Button
        variant="ghost"
        icon={<Upload aria-hidden />}
        isBusy={state.kind === 'busy'}
        onClick={() => picker.current?.click()}
      >
        {words.import}
      </Button>
      {stored > 0 && (
        <Button icon={<Download aria-hidden />} onClick={() => setOpen(true)}>
          {words.open}
        </Button>
      )}
      {isOpen && <ExportDialog ids={ids} filter={filter} onClose={() => setOpen(false)} />}
      <DropZone onFile={(file) => void read(file)} />
      {state.kind === 'failed' && <ImportReport file={state.file} error={state.error} onClose={close} />}
    </>
  )
}
