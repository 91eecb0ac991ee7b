import { Globe } from 'lucide-react'
import { Link } from 'wouter'

import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'

import { buttonLook } from '../../../components/button-look.ts'
import { EmptyState } from '../../../components/empty-state.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { issuerAddress } from '../../../frame/addresses.ts'
import { IssuerSelect } from '../issuer-select.tsx'
import { TEXT } from '../text.ts'
import type { SetupState } from './use-setup.ts'

const words = TEXT.issuer

export function IssuerField({ setup: { outside, obstacles } }: { readonly setup: SetupState }) {
  return <IssuerSelect id={outside?.id} error={obstacles.flow} />
}

export function NoClientThere({ issuer: { id, name } }: { readonly issuer: OutsideIssuer }) {
  return (
    <EmptyState
      icon={<Globe />}
      title={words.noClient(name)}
      text={words.noClientText}
      action={
        <Link href={issuerAddress(id)} className={buttonLook('primary')}>
          {words.addClient}
        </Link>
      }
    />
  )
}

/** Who signs in there is no user of the playground. */
export function SomebodyField({ setup: { choice, change } }: { readonly setup: SetupState }) {
  return (
    <TextField
      label={words.user}
      hint={words.userHint}
      value={choice.user}
      onChange={(event) => change({ user: event.currentTarget.value })}
    />
  )
}
