import { useState } from 'react'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Field } from '../../../components/field.tsx'
import { INPUT_LOOK } from '../../../components/input-look.ts'
import { useBridge, useToasts } from '../../../stores/use-stores.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { TEXT } from './text.ts'
import type { Forge } from './use-forge.ts'

const words = TEXT.base

export function Base({ forge }: { readonly forge: Forge }) {
  const bridge = useBridge()
  const show = useToasts((toasts) => toasts.show)
  const [isBusy, setBusy] = useState(false)

  async function takeNewest(): Promise<void> {
    setBusy(true)
    try {
      const { items } = await bridge.call('tokens.list', { kind: 'access_token', secrets: true, limit: 50 })
      const newest = items.find(({ format }) => format === 'jwt')?.token
      if (newest === undefined) show({ text: words.noneIssued })
      else forge.start(newest)
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Card title={words.title} className="flex-none">
      <Field label={words.label} isLabelHidden error={forge.baseError ? words.notJwt : undefined}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            spellCheck={false}
            autoComplete="off"
            placeholder={words.placeholder}
            value={forge.base}
            onChange={(event) => forge.start(event.currentTarget.value.trim())}
            className={`${INPUT_LOOK} h-auto! resize-none py-1.5 font-mono text-small wrap-anywhere`}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button size="small" isBusy={isBusy} onClick={() => void takeNewest()}>
          {words.newest}
        </Button>
        <Button size="small" onClick={forge.startFromTemplate}>
          {words.template}
        </Button>
      </div>
    </Card>
  )
}
