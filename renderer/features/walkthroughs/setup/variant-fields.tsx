import { useId } from 'react'

import { checkVariantOffer } from '#shared/flows/choice.ts'

import { TEXT } from '../text.ts'
import type { SetupState } from './use-setup.ts'

export function VariantFields({ setup: { flow, choice, client, outside, change } }: { readonly setup: SetupState }) {
  const name = useId()
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 text-small font-semibold">{TEXT.setup.variant}</legend>
      {flow.variants.map(({ id, title, summary }) => {
        const why = (client && flow.checkClient(client, id)) ?? checkVariantOffer(flow, id, outside?.metadata)
        const isChosen = id === choice.variant
        return (
          <label
            key={id}
            className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 has-disabled:cursor-default"
          >
            <input
              type="radio"
              name={name}
              className="mt-0.75 size-4 accent-accent"
              checked={isChosen}
              disabled={why !== undefined && !isChosen}
              onChange={() => change({ variant: id })}
            />
            <span className="font-mono text-small leading-5 font-semibold">{title}</span>
            <span className="col-start-2 text-small text-ink-3">{why ?? summary}</span>
          </label>
        )
      })}
    </fieldset>
  )
}
