import { Send } from 'lucide-react'
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { contextOf } from '#shared/teach/contexts.ts'
import type { ErrorShape } from '#shared/errors.ts'
import type { Draft } from '#shared/flows/flow.ts'
import type { Exchange } from '#shared/model/exchange.ts'

import { Button } from '../../../../components/button.tsx'
import { Notice } from '../../../../components/notice.tsx'
import { parseError } from '../../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../../stores/use-stores.tsx'
import { isSameDraft } from '#shared/flows/draft-changes.ts'
import { EditableDraft } from '../../../common/request/editable-draft.tsx'
import { useProgram } from '../../../common/use-program.ts'
import { otherAddress } from '../other-address.ts'
import { TEXT } from '../text.ts'
import { foresee } from './foresee.ts'

const words = TEXT.resend

interface ResendProps {
  readonly exchange: Exchange
  readonly original: Draft
  readonly onClose: () => void
}

/** The request, to be changed and sent once more. What comes of it opens. */
export function Resend({ exchange, onClose, ...props }: ResendProps) {
  const bridge = useBridge()
  const { toasts } = useStores()
  const program = useProgram()
  // What was recorded does not change; the same is read anew each time.
  const [original] = useState(props.original)
  const [draft, setDraft] = useState(original)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ErrorShape>()
  const own = program === undefined ? [] : [program.issuer, program.screens].map((address) => new URL(address).origin)
  const outlooks = foresee({ exchange, draft, own })
  const isSame = isSameDraft(original, draft)

  async function send(): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      const { method, url, headers, body } = draft
      const { id, status } = await bridge.call('exchanges.resend', {
        id: exchange.id,
        draft: { method, url, headers: headers.map(([name, value]): [string, string] => [name, value]), body },
      })
      if (id === undefined) toasts.getState().show({ text: words.unrecorded(status) })
      navigate(otherAddress(id ?? exchange.id))
    } catch (failure) {
      setError(parseError(failure))
      setBusy(false)
    }
  }

  return (
    <section aria-label={words.title} className="flex min-h-0 flex-1 flex-col">
      <div className="min-h-0 flex-1 overflow-auto">
        <div className="flex min-w-0 flex-col gap-2.5 px-3.5 py-3">
          <h2 className="text-large font-semibold">{words.title}</h2>
          <p className="text-ink-2">{words.intro(exchange.id)}</p>
          {outlooks.length > 0 && (
            <Notice tone="warn" title={words.outlook}>
              <ul className={outlooks.length > 1 ? 'list-disc pl-4' : undefined}>
                {outlooks.map((outlook) => (
                  <li key={outlook}>{words.outlooks[outlook]}</li>
                ))}
              </ul>
            </Notice>
          )}
          <EditableDraft
            original={original}
            draft={draft}
            context={contextOf(exchange.endpoint, 'request')}
            onChange={setDraft}
          />
        </div>
      </div>
      <footer className="flex-none border-t border-line px-3.5 py-2.5">
        {error !== undefined && (
          <Notice tone="bad" title={words.failed} className="mb-2.5">
            {error.message}
          </Notice>
        )}
        <div className="flex flex-wrap items-center justify-end gap-2">
          <span className="mr-auto text-small text-ink-3">{isSame ? words.unchanged : words.changed}</span>
          <Button variant="ghost" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button variant="primary" icon={<Send aria-hidden />} isBusy={isBusy} onClick={() => void send()}>
            {isSame ? words.sendSame : words.send}
          </Button>
        </div>
      </footer>
    </section>
  )
}
