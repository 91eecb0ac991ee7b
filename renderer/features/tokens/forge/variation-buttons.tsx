import { Undo2 } from 'lucide-react'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { useApis } from '../../../stores/use-stores.tsx'
import { TEXT } from './text.ts'
import type { Forge } from './use-forge.ts'
import { VARIATIONS } from './variations.ts'

export function Variations({ forge }: { readonly forge: Forge }) {
  const { aud } = forge.parts.claims
  const api = useApis(({ items }) => items.find(({ identifier }) => [aud].flat().includes(identifier)))
  const words = TEXT.variations
  return (
    <Card
      title={words.title}
      className="flex-none"
      aside={
        <Button size="small" variant="ghost" icon={<Undo2 aria-hidden />} onClick={forge.putBack}>
          {TEXT.putBack}
        </Button>
      }
    >
      <div className="flex flex-wrap gap-1.5">
        {VARIATIONS.map((variation) => (
          <Button
            key={variation.id}
            size="small"
            aria-pressed={forge.applied.includes(variation.title)}
            className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
            onClick={() =>
              forge.apply(variation, {
                now: Math.floor(Date.now() / 1000),
                scopes: api?.scopes.map(({ name }) => name) ?? [],
              })
            }
          >
            {variation.title}
          </Button>
        ))}
      </div>
      <p className="text-small text-ink-3">{words.hint}</p>
    </Card>
  )
}
