import type { LayerDifference, PartDifference, StepDifference } from '#shared/flows/compare-layers.ts'

import { Card } from '../../../components/card.tsx'
import { classNames } from '../../../components/class-names.ts'
import { TEXT } from '../text.ts'
import { useDifference } from './use-difference.ts'
import type { SetupState } from './use-setup.ts'

const words = TEXT.setup.difference

/** Each layer against the walk without it: which messages it adds, and what it adds to the others. */
export function Difference({ setup }: { readonly setup: SetupState }) {
  const differences = useDifference(setup)
  if (setup.flow.layers.length === 0) return null
  return (
    <Card title={words.title}>
      {differences.length === 0 && <p className="text-small text-ink-3">{words.none}</p>}
      {differences.map((difference) => (
        <LayerBlock key={difference.layer.id} difference={difference} />
      ))}
    </Card>
  )
}

function LayerBlock({ difference: { layer, steps } }: { readonly difference: LayerDifference }) {
  return (
    <section aria-label={layer.title} className="flex min-w-0 flex-col gap-1">
      <h3 className="text-small font-semibold">{layer.title}</h3>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line text-small">
        {steps.map((step) => (
          <StepRow key={step.id} step={step} />
        ))}
      </ul>
    </section>
  )
}

const SIGNS = { added: '+', removed: '−', changed: '~' } as const
const INKS = { added: 'text-good', removed: 'text-bad', changed: 'text-warn' } as const
const GROUNDS = { added: 'bg-good-soft', removed: 'bg-bad-soft', changed: '' } as const

function StepRow({ step: { title, what, parts, isReadOtherwise } }: { readonly step: StepDifference }) {
  return (
    <li className={classNames('px-2.75 py-1.5', GROUNDS[what])}>
      <p>
        <Sign what={what} /> <span className="font-medium">{title}</span>
      </p>
      {(parts.length > 0 || isReadOtherwise) && (
        <ul className="flex flex-wrap gap-x-3 gap-y-0.5 pl-4">
          {parts.map((part) => (
            <PartItem key={part.name} part={part} />
          ))}
          {isReadOtherwise && <li className="text-ink-2">{words.readOtherwise}</li>}
        </ul>
      )}
    </li>
  )
}

function PartItem({ part: { name, what, before, after } }: { readonly part: PartDifference }) {
  return (
    <li className="min-w-0 font-mono wrap-anywhere">
      <Sign what={what} /> {name}
      {what === 'changed' && (
        <span className="text-ink-2">
          : <del className="decoration-bad">{before}</del> <ins className="no-underline">{after}</ins>
        </span>
      )}
    </li>
  )
}

function Sign({ what }: Pick<StepDifference, 'what'>) {
  return (
    <>
      <span aria-hidden className={classNames('inline-block w-3 font-mono font-bold', INKS[what])}>
        {SIGNS[what]}
      </span>
      <span className="sr-only">{words.what[what]}</span>
    </>
  )
}
