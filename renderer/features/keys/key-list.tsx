import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'

import type { KeyView } from '#shared/contract/calls/keys.ts'
import { SIGNING_ALGS, type SigningAlg } from '#shared/model/key.ts'

import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { classNames } from '../../components/class-names.ts'
import { keyAddress } from '../../frame/addresses.ts'
import { formatMoment } from '../common/format-time.ts'
import { Gate } from '../common/gate.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { STATE_TONES, stateOf } from './describe-key.ts'
import { ALG_NOTES, TEXT } from './text.ts'
import type { useKeys } from './use-keys.ts'

interface KeyListProps {
  readonly keys: ReturnType<typeof useKeys>
  readonly selectedKid: string | undefined
}

/** By algorithm, since each has one key that signs. */
export function KeyList({ keys, selectedKid }: KeyListProps) {
  const [rotating, setRotating] = useState<SigningAlg>()
  return (
    <Card isFlush className="flex-1">
      <Gate state={keys} hasValue={keys.value !== undefined} loading={TEXT.loading} failed={TEXT.failed}>
        <div className="min-h-0 flex-1 overflow-auto">
          {SIGNING_ALGS.map((alg) => (
            <section key={alg} aria-label={alg} className="border-b border-line last:border-b-0">
              <header className="flex flex-wrap items-center gap-2 px-3.5 pt-3 pb-1">
                <h2 className="font-mono font-semibold">{alg}</h2>
                <p className="min-w-0 flex-1 basis-40 text-small text-ink-3">{ALG_NOTES[alg]}</p>
                <Button size="small" icon={<RefreshCw aria-hidden />} onClick={() => setRotating(alg)}>
                  {TEXT.deeds.rotate(alg)}
                </Button>
              </header>
              <ul className="px-1.5 pb-2">
                {keys.value?.items
                  .filter((key) => key.alg === alg)
                  .toSorted((one, other) => Number(other.state === 'active') - Number(one.state === 'active'))
                  .map((key) => (
                    <Row key={key.kid} view={key} isSelected={key.kid === selectedKid} />
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </Gate>
      {rotating !== undefined && (
        <DeedDialog deed={{ do: 'rotate', alg: rotating }} onClose={() => setRotating(undefined)} />
      )}
    </Card>
  )
}

function Row({ view, isSelected }: { readonly view: KeyView; readonly isSelected: boolean }) {
  const state = stateOf(view)
  return (
    <li>
      <Link
        href={keyAddress(view.kid)}
        aria-current={isSelected ? 'true' : undefined}
        className={classNames(
          'flex flex-wrap items-center gap-x-2.5 gap-y-0.5 rounded-md px-2 py-1.5',
          isSelected ? 'bg-accent-soft' : 'hover:bg-sunken',
        )}
      >
        <span className="min-w-0 flex-1 basis-32 truncate font-mono text-small">{view.kid}</span>
        <span className="text-tiny text-ink-3">{formatMoment(view.createdAt * 1000).slice(0, 10)}</span>
        <Badge tone={STATE_TONES[state]}>{TEXT.states[state]}</Badge>
      </Link>
    </li>
  )
}
