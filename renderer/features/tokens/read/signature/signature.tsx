import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'

import type { KeySource } from '#shared/contract/calls/token-checks.ts'
import type { Jws } from '#shared/tokens/token.ts'

import { Button } from '../../../../components/button.tsx'
import { classNames } from '../../../../components/class-names.ts'
import { useClients } from '../../../../stores/use-stores.tsx'
import { useProgram } from '../../../common/use-program.ts'
import { KeyChoice, type KeyDraft, readSource } from './key-choice.tsx'
import { suggestKeys } from './suggest-keys.ts'
import { TEXT } from './text.ts'
import { VerdictBar, VerdictOf } from './verdict.tsx'

interface SignatureProps {
  readonly token: Jws
  readonly kind: string
  readonly isCovered: boolean
  readonly onCover: (isCovered: boolean) => void
}

/** Whether the signature holds, by which key, and with which keys else to try. */
export function Signature({ token, kind, isCovered, onCover }: SignatureProps) {
  const clients = useClients(({ items }) => items)
  const issuer = useProgram()?.issuer
  const suggested = suggestKeys(token, kind, { issuer, clients: clients ?? [] })
  const [draft, setDraft] = useState<KeyDraft>()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const shown: KeyDraft = draft ?? {
    address: '',
    key: '',
    secret: '',
    encoding: 'utf-8',
    fetched: undefined,
    ...withoutUndefined(suggested),
  }
  const source = readSource(shown)

  return (
    <section aria-label={TEXT.signature} className="flex-none border-t border-line">
      {source === undefined ? (
        <VerdictBar verdict={{ tone: 'neutral', title: TEXT.notChecked, aside: '', text: whyNot(shown, token) }} />
      ) : (
        <VerdictOf token={token} source={source} />
      )}
      <div className="flex flex-wrap items-center gap-1 px-2 py-1">
        <Button
          variant="ghost"
          size="small"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
          icon={<ChevronDown className={classNames('transition-transform', isOpen && 'rotate-180')} aria-hidden />}
        >
          {TEXT.other}: {TEXT.sources[shown.from].toLowerCase()}
        </Button>
        <Button
          variant="ghost"
          size="small"
          aria-pressed={isCovered}
          title={TEXT.coversHint}
          className={classNames(isCovered && 'bg-accent-soft! text-accent!')}
          onClick={() => onCover(!isCovered)}
        >
          {TEXT.covers}
        </Button>
        {!isOpen && shown.from === 'address' && shown.fetched === undefined && shown.address !== '' && (
          <Button size="small" className="ml-auto" onClick={() => setDraft({ ...shown, fetched: shown.address })}>
            {TEXT.fetch}
          </Button>
        )}
      </div>
      <div id={id} hidden={!isOpen} className="border-t border-line px-3.5 py-3">
        <KeyChoice draft={shown} onChange={setDraft} />
      </div>
    </section>
  )
}

function whyNot({ from, address }: KeyDraft, { claims }: Jws): string {
  if (from === 'secret') return TEXT.why.secret
  if (from === 'key') return TEXT.why.key
  const iss = claims?.['iss']
  return typeof iss === 'string' && address === iss ? TEXT.why.foreign(iss) : TEXT.why.address
}

function withoutUndefined(suggested: ReturnType<typeof suggestKeys>): Pick<KeyDraft, 'from'> & Partial<KeyDraft> {
  const { from, address, key } = suggested
  return { from, ...(address !== undefined && { address }), ...(key !== undefined && { key }) }
}

export type { KeySource }
