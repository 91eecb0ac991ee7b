import { useState } from 'react'

import type { ErrorShape } from '#shared/errors.ts'

import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { useBridge } from '../../stores/use-stores.tsx'
import { ErrorText } from './error-text.tsx'
import { TEXT } from './text.ts'
import { useStart } from './use-start.ts'

const words = TEXT.failed.data

/** Failures of the file itself, after which a fresh one may take its place. */
const BROKEN: ReadonlySet<string> = new Set(['store_not_a_database', 'store_corrupt', 'store_foreign', 'store_newer'])

/** The file stays as it is until the person says otherwise. */
export function DataFailed({ error }: { readonly error: ErrorShape }) {
  const bridge = useBridge()
  const { isBusy, failure, start } = useStart()
  const [isAsking, setAsking] = useState(false)

  return (
    <>
      <ErrorText error={failure ?? error} />
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" isBusy={isBusy} onClick={() => start({})}>
          {words.again}
        </Button>
        <Button onClick={() => void bridge.call('shell.showDataDirectory', {}).catch(() => undefined)}>
          {words.show}
        </Button>
        {BROKEN.has(error.code) && <Button onClick={() => setAsking(true)}>{words.setAside}</Button>}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={words.setAsideAsk}
        text={words.setAsideText}
        confirmLabel={words.setAsideConfirm}
        onConfirm={() => (setAsking(false), start({ setAside: true }))}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
