import { Archive, PenLine, Trash2 } from 'lucide-react'
import { useState } from 'react'

import type { KeyDeed, KeyView } from '#shared/contract/calls/keys.ts'

import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { type Definition, DefinitionList } from '../../components/definition-list.tsx'
import { JsonTree } from '../../components/json-tree.tsx'
import { referenceAddress } from '../../frame/addresses.ts'
import { useCall } from '../../stores/use-call.ts'
import { formatMoment } from '../common/format-time.ts'
import { TextLink } from '../common/text-link.tsx'
import { useProgram } from '../common/use-program.ts'
import { DeedDialog } from './deed-dialog.tsx'
import { STATE_TONES, stateOf } from './describe-key.ts'
import { short, TEXT } from './text.ts'

const words = TEXT.facts

export function KeyDetail({ view }: { readonly view: KeyView }) {
  const [deed, setDeed] = useState<KeyDeed>()
  const { kid, alg, state, jwk } = view
  const shown = stateOf(view)
  const facts = useFacts(view)
  return (
    <Card
      isFlush
      className="flex-1"
      title={<span className="font-mono">{short(kid)}</span>}
      aside={
        <span className="flex flex-wrap items-center gap-1.5">
          <Badge>{alg}</Badge>
          <Badge tone={STATE_TONES[shown]}>{TEXT.states[shown]}</Badge>
        </span>
      }
    >
      <div className="min-h-0 flex-1 overflow-auto">
        <div className="flex flex-wrap items-center gap-2 border-b border-line px-3.5 py-2.5">
          <p className="min-w-0 flex-1 basis-48 text-ink-2">{TEXT.stateHints[shown]}</p>
          {state === 'active' ? (
            <Button icon={<Archive aria-hidden />} onClick={() => setDeed({ do: 'retire', kid })}>
              {TEXT.deeds.retire}
            </Button>
          ) : (
            <>
              <Button icon={<PenLine aria-hidden />} onClick={() => setDeed({ do: 'activate', kid })}>
                {TEXT.deeds.activate}
              </Button>
              <Button variant="danger" icon={<Trash2 aria-hidden />} onClick={() => setDeed({ do: 'remove', kid })}>
                {TEXT.deeds.remove}
              </Button>
            </>
          )}
        </div>
        <DefinitionList items={facts} />
        <section aria-label={TEXT.publicPart} className="border-t border-line px-3.5 py-3">
          <h3 className="text-small font-semibold">{TEXT.publicPart}</h3>
          <p className="mb-2 text-small text-ink-3">{TEXT.publicHint}</p>
          <JsonTree value={jwk} label={TEXT.publicPart} />
        </section>
      </div>
      {deed !== undefined && <DeedDialog deed={deed} onClose={() => setDeed(undefined)} />}
    </Card>
  )
}

function useFacts({ kid, alg, createdAt, retiresAt }: KeyView): readonly Definition[] {
  const { value: usage } = useCall('keys.usage', {}, ['keys'])
  const discovery = useProgram()?.issuer
  const tokens = usage?.items.find((item) => item.kid === kid)?.tokens
  const more = (name: string) => <TextLink href={referenceAddress(name)}>{words.more}</TextLink>
  return [
    { term: words.kid, value: <code className="text-small wrap-anywhere">{kid}</code>, copy: kid, hint: more('kid') },
    { term: words.alg, value: <code className="text-small">{alg}</code>, hint: more('alg') },
    { term: words.use, mono: false, value: words.useOf },
    { term: words.made, mono: false, value: formatMoment(createdAt * 1000) },
    ...(retiresAt === undefined ? [] : [{ term: words.dropped, mono: false, value: formatMoment(retiresAt * 1000) }]),
    {
      term: words.tokens,
      mono: false,
      value: explainCount(tokens, usage?.isComplete),
      hint: words.tokensHint,
    },
    ...(discovery === undefined
      ? []
      : [
          {
            term: words.set,
            value: <code className="text-small wrap-anywhere">{discovery}/jwks</code>,
            copy: `${discovery}/jwks`,
          },
        ]),
  ]
}

function explainCount(count: number | undefined, isComplete: boolean | undefined): string {
  if (count === undefined) return words.counting
  return isComplete === false ? words.atLeast(count) : count.toLocaleString('en')
}
