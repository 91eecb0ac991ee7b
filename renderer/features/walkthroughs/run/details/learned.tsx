import { LockKeyhole } from 'lucide-react'

import type { Json } from '#shared/flows/flow.ts'
import type { Entry } from '#shared/teach/entry.ts'

import { CopyButton } from '../../../../components/copy-button.tsx'
import { LongValue } from '../../../../components/long-value.tsx'
import { JsonTree } from '../../../../components/json-tree.tsx'
import { Tooltip } from '../../../../components/tooltip.tsx'
import { useDictionary } from '../../../common/use-dictionary.ts'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'

/** What this step has brought to light; what a client keeps to itself is marked. */
export function Learned({ walk: { stepRun, run } }: { readonly walk: Walk }) {
  const dictionary = useDictionary()
  const values = stepRun.learned.flatMap((name) => {
    const known = run.known[name]
    return known === undefined ? [] : [{ name, ...known }]
  })
  return (
    <dl className="divide-y divide-line overflow-hidden rounded-lg border border-line">
      {values.map(({ name, value, secret = false }) => (
        <LearnedValue key={name} name={name} value={value} isSecret={secret} entry={dictionary?.explain(name)} />
      ))}
    </dl>
  )
}

interface LearnedValueProps {
  readonly name: string
  readonly value: Json
  readonly isSecret: boolean
  readonly entry: Entry | undefined
}

function LearnedValue({ name, value, isSecret, entry }: LearnedValueProps) {
  const isPlain = typeof value !== 'object' || value === null
  return (
    <div className="px-2.75 py-2">
      <dt className="flex flex-wrap items-center gap-x-2 font-mono text-small font-semibold">
        {name} {isSecret && <SecretMark />}
      </dt>
      {isPlain ? (
        <dd className="flex items-start gap-1 font-mono text-small text-ink-2">
          <LongValue className="max-h-24">{String(value)}</LongValue>
          <span className="-my-1">
            <CopyButton text={String(value)} label={`Copy ${name}`} />
          </span>
        </dd>
      ) : (
        <dd className="mt-1">
          <JsonTree value={value} label={name} />
        </dd>
      )}
      {entry !== undefined && <dd className="mt-0.5 text-small text-ink-2">{entry.summary}</dd>}
    </div>
  )
}

export function SecretMark() {
  return (
    <Tooltip text={TEXT.secret}>
      <span
        // What it says is said by the tooltip too, to those who come by with the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="inline-flex items-center gap-1 rounded-full bg-warn-soft px-1.75 font-sans text-tiny font-semibold text-warn"
      >
        <LockKeyhole className="size-3" aria-hidden />
        <span className="sr-only">{TEXT.secret}</span>
        <span aria-hidden>secret</span>
      </span>
    </Tooltip>
  )
}
