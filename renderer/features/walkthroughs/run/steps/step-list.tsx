import { Check, Minus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'

import type { ShownStep } from '#shared/flows/flow.ts'
import type { StepRun } from '#shared/model/flow-run.ts'

import { ActorChip } from '../../../../components/actor-chip.tsx'
import { classNames } from '../../../../components/class-names.ts'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'

const words = TEXT.steps

export function StepList({ walk }: { readonly walk: Walk }) {
  const { steps, run, index, parties, select } = walk
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }, [index])
  return (
    <ol ref={list} aria-label={words.title} className="flex min-h-0 flex-1 flex-col gap-px overflow-auto p-2">
      {steps.map((step, at) => (
        <li key={step.id}>
          <StepButton
            step={step}
            state={run.steps[at]?.state ?? 'coming'}
            number={at + 1}
            isSelected={at === index}
            parties={parties}
            onSelect={() => select(at === run.position ? undefined : at)}
          />
        </li>
      ))}
    </ol>
  )
}

interface StepButtonProps extends Pick<Walk, 'parties'> {
  readonly step: ShownStep
  readonly state: StepRun['state']
  readonly number: number
  readonly isSelected: boolean
  readonly onSelect: () => void
}

function StepButton({ step, state, number, isSelected, parties, onSelect }: StepButtonProps) {
  const { title, from, to } = step
  return (
    <button
      type="button"
      aria-current={isSelected ? 'step' : undefined}
      className={classNames(
        'grid w-full grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 rounded-lg px-2 py-1.75 text-left transition-colors focus-visible:-outline-offset-2',
        isSelected ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
      onClick={onSelect}
    >
      <Mark state={state} number={number} />
      <span className="min-w-0">
        <span className={classNames('block font-medium', titleInk(state, isSelected))}>{title}</span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-1.25 text-tiny text-ink-3">
          <ActorChip actor={from} name={from === to ? words.locally(parties[from]) : parties[from]} />
          {from !== to && (
            <>
              <span aria-hidden>→</span>
              <span className="sr-only">to</span>
              <ActorChip actor={to} name={parties[to]} />
            </>
          )}
        </span>
      </span>
    </button>
  )
}

function titleInk(state: StepRun['state'], isSelected: boolean): string {
  if (state === 'failed') return 'text-bad'
  if (state === 'skipped') return 'text-ink-3 line-through'
  if (isSelected) return 'text-accent'
  return state === 'coming' ? 'text-ink-3' : 'text-ink'
}

function Mark({ state, number }: Pick<StepButtonProps, 'state' | 'number'>) {
  return (
    <span
      className={classNames(
        'mt-px grid size-5.5 place-items-center rounded-full border-[1.5px] font-mono text-tiny font-semibold',
        MARKS[state],
      )}
    >
      {state === 'done' && <Check className="size-3" strokeWidth={3} aria-hidden />}
      {state === 'failed' && <X className="size-3" strokeWidth={3} aria-hidden />}
      {state === 'skipped' && <Minus className="size-3" strokeWidth={3} aria-hidden />}
      {(state === 'coming' || state === 'current') && <span aria-hidden>{number}</span>}
      <span className="sr-only">
        {number}, {words[state]}:{' '}
      </span>
    </span>
  )
}

const MARKS: Readonly<Record<StepRun['state'], string>> = {
  done: 'border-transparent bg-good-soft text-good',
  failed: 'border-transparent bg-bad-soft text-bad',
  skipped: 'border-line-strong text-ink-3',
  coming: 'border-line-strong text-ink-3',
  current: 'border-accent bg-accent text-on-accent',
}
