import type { Entry } from '#shared/teach/entry.ts'

import { Badge } from '../../components/badge.tsx'
import { Card } from '../../components/card.tsx'
import { RichText } from '../../components/rich-text.tsx'
import { OutsideLink } from '../common/text-link.tsx'
import { TEXT } from './text.ts'

interface ExplanationProps {
  readonly name: string
  readonly entries: readonly Entry[]
}

/** Every meaning of one name. */
export function Explanation({ name, entries }: ExplanationProps) {
  return (
    <Card isFlush className="flex-1" title={<code>{name}</code>}>
      <div className="min-h-0 flex-1 divide-y divide-line overflow-auto">
        {entries.map((entry) => (
          <Meaning key={`${entry.kind} ${entry.where.join()}`} entry={entry} />
        ))}
      </div>
    </Card>
  )
}

function Meaning({ entry }: { readonly entry: Entry }) {
  const { kind, title, summary, detail, where, specs } = entry
  return (
    <div className="flex flex-col gap-2 px-3.5 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <Badge>{TEXT.kindOf[kind]}</Badge>
        {title !== undefined && <span className="text-ink-3">{title}</span>}
      </div>
      <p className="max-w-prose font-medium">{summary}</p>
      {detail !== undefined && (
        <p className="max-w-prose text-ink-2">
          <RichText text={detail} />
        </p>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-small">
        <dt className="text-ink-3">{TEXT.specs}</dt>
        <dd className="flex flex-wrap gap-x-3">
          {specs.map(({ label, href }) => (
            <OutsideLink key={href} href={href}>
              {label}
            </OutsideLink>
          ))}
        </dd>
        <dt className="text-ink-3">{TEXT.where}</dt>
        <dd className="text-ink-2">{where.join(', ')}</dd>
      </dl>
    </div>
  )
}
