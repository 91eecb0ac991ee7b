import { Globe } from 'lucide-react'
import { Link } from 'wouter'

import { Badge } from '../../../components/badge.tsx'
import { Card } from '../../../components/card.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { issuerAddress } from '../../../frame/addresses.ts'
import type { IssuersView } from '../../../stores/stores.ts'
import { isIncomplete } from './is-incomplete.ts'
import { TEXT } from './text.ts'

const words = TEXT.list

export function IssuerList({ issuers: { items, keeping } }: { readonly issuers: IssuersView }) {
  return (
    <Card isFlush title={words.title}>
      {items.length === 0 ? (
        <EmptyState icon={<Globe />} title={words.empty} text={words.emptyText} />
      ) : (
        <ul aria-label={words.title} className="divide-y divide-line">
          {items.map(({ id, name, issuer, clients }) => (
            <li key={id} className="hover:bg-sunken">
              <Link
                href={issuerAddress(id)}
                className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5 px-3.5 py-2 focus-visible:-outline-offset-2"
              >
                <span className="font-medium">{name}</span>
                <code className="text-small text-ink-3">{issuer}</code>
                <span className="ml-auto flex items-center gap-2 text-small text-ink-3">
                  {clients.some(isIncomplete) && <Badge tone="warn">{words.missing}</Badge>}
                  {words.clients(clients.length)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className="border-t border-line px-3.5 py-2 text-small text-ink-3">{TEXT.keeping[keeping]}</p>
    </Card>
  )
}
