import { Hammer } from 'lucide-react'

import { FORGED_WITH } from '#shared/contract/calls/tokens.ts'
import { SIGNING_ALGS } from '#shared/model/key.ts'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { Notice } from '../../../components/notice.tsx'
import { Select } from '../../../components/select.tsx'
import { TEXT } from './text.ts'
import type { Forge, KeyItem } from './use-forge.ts'

const words = TEXT.signature

interface SignatureProps {
  readonly forge: Forge
  readonly keys: readonly KeyItem[]
}

export function Signature({ forge, keys }: SignatureProps) {
  const { signature, setSignature, base, kid } = forge
  const takesKey = signature.with === 'issuer_key' || signature.with === 'public_key_hmac'
  const hasOld = (base.split('.')[2] ?? '') !== '' && !forge.baseError
  const isImpossible = (takesKey && kid === undefined) || (signature.with === 'kept' && !hasOld)
  return (
    <Card title={words.title} className="flex-none">
      <Select
        label={words.label}
        isLabelHidden
        value={signature.with}
        hint={words.hints[signature.with]}
        error={signature.with === 'kept' && !hasOld ? words.noOld : undefined}
        options={FORGED_WITH.map((value) => ({ value, label: words.with[value] }))}
        onChange={(value) => setSignature({ with: value })}
      />
      {takesKey && (
        <Select
          label={words.key}
          value={kid ?? ''}
          options={keys.map((key) => ({ value: key.kid, label: `${key.alg} ${key.kid}` }))}
          onChange={(value) => setSignature({ kid: value })}
        />
      )}
      {signature.with === 'other_key' && (
        <>
          <Select
            label={words.alg}
            value={signature.alg}
            options={SIGNING_ALGS.map((alg) => ({ value: alg, label: alg }))}
            onChange={(alg) => setSignature({ alg })}
          />
          <Checkbox
            label={words.embed}
            hint={words.embedHint}
            checked={signature.embed}
            onChange={(embed) => setSignature({ embed })}
          />
        </>
      )}
      {forge.error && (
        <Notice tone="bad" title={TEXT.forging}>
          {forge.error.message}
        </Notice>
      )}
      <Button
        variant="primary"
        icon={<Hammer aria-hidden />}
        isBusy={forge.isBusy}
        disabled={isImpossible}
        className="w-fit"
        onClick={() => void forge.forge()}
      >
        {TEXT.forge}
      </Button>
    </Card>
  )
}
