import type { ErrorShape } from '#shared/errors.ts'

import { Button } from '../../../../../components/button.tsx'
import { CodeBlock } from '../../../../../components/code-block.tsx'
import { Dialog } from '../../../../../components/dialog.tsx'
import { TEXT } from '../../text.ts'

const words = TEXT.import

interface ImportReportProps {
  readonly file: string
  readonly error: ErrorShape
  readonly onClose: () => void
}

/** Why a file was not read, with each place in it. */
export function ImportReport({ file, error, onClose }: ImportReportProps) {
  return (
    <Dialog
      isOpen
      title={words.failed(file)}
      description={words.nothing}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <CodeBlock code={error.message.replaceAll(/^har\./gm, '')} label={words.problems} />
      <p className="text-small text-ink-2">{words.hint}</p>
    </Dialog>
  )
}
