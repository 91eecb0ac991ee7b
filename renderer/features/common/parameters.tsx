import type { EntryContext } from '#shared/teach/contexts.ts'
import type { Entry } from '#shared/teach/entry.ts'

import { CopyButton } from '../../components/copy-button.tsx'
import { LongValue } from '../../components/long-value.tsx'
import { referenceAddress } from '../../frame/addresses.ts'
import { OutsideLink, TextLink } from './text-link.tsx'
import { useDictionary } from './use-dictionary.ts'

interface NamedValue {
  readonly name: string
  readonly value: string
}

interface ParametersProps {
  readonly parameters: readonly NamedValue[]
  readonly context: EntryContext | undefined
}

/** Names and values as they were sent, each with what it means where the dictionary knows it. */
export function Parameters({ parameters, context }: ParametersProps) {
  const dictionary = useDictionary()
  return (
    <dl className="divide-y divide-line overflow-hidden rounded-lg border border-line">
      {parameters.map((parameter, index) => (
        // A name may stand twice, and the order is the wire's.
        <Parameter key={index} {...parameter} entry={dictionary?.explain(parameter.name, { context })} />
      ))}
    </dl>
  )
}

function Parameter({ name, value, entry }: NamedValue & { readonly entry: Entry | undefined }) {
  const spec = entry?.specs[0]
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-2 px-2.75 py-2">
      <dt className="font-mono text-small font-semibold">
        {entry === undefined ? name : <TextLink href={referenceAddress(name)}>{name}</TextLink>}
      </dt>
      <dd className="text-ink-2">
        <LongValue className="max-h-24">{value}</LongValue>
      </dd>
      <dd className="-my-1">
        <CopyButton text={value} label={`Copy ${name}`} />
      </dd>
      {entry !== undefined && (
        <dd className="col-span-3 mt-0.5 text-small text-ink-2">
          {entry.summary} {spec !== undefined && <OutsideLink href={spec.href}>{spec.label}</OutsideLink>}
        </dd>
      )}
    </div>
  )
}
