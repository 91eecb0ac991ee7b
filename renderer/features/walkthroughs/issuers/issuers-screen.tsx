import { ArrowLeft } from 'lucide-react'

import { Screen as Page } from '../../../components/screen.tsx'
import { ISSUERS_ADDRESS } from '../../../frame/addresses.ts'
import { useIssuers } from '../../../stores/use-stores.tsx'
import { Gate } from '../../common/gate.tsx'
import { Gone } from '../../common/gone.tsx'
import { TextLink } from '../../common/text-link.tsx'
import { TEXT as PLACE } from '../text.ts'
import { AddIssuer } from './add-issuer.tsx'
import { IssuerDetail } from './issuer-detail.tsx'
import { IssuerList } from './issuer-list.tsx'
import { TEXT } from './text.ts'

/** Issuers that run elsewhere, or one of them. */
export function IssuersScreen({ id }: { readonly id: string | undefined }) {
  const issuers = useIssuers((state) => state)
  const issuer = issuers.value?.items.find((item) => item.id === id)
  const isList = id === undefined
  return (
    <Page
      title={issuer?.name ?? TEXT.title}
      tags={isList ? TEXT.tags : issuer?.issuer}
      actions={
        <TextLink href={isList ? '/walkthroughs' : ISSUERS_ADDRESS} className="inline-flex items-center gap-1.5 py-1">
          <ArrowLeft className="size-4" aria-hidden />
          {isList ? PLACE.all : TEXT.all}
        </TextLink>
      }
    >
      <Gate state={issuers} hasValue={issuers.value !== undefined} loading={TEXT.loading} failed={TEXT.failed} rows={6}>
        {issuers.value !== undefined && isList && (
          <div className="grid min-w-0 items-start gap-3 lg:grid-cols-2">
            <AddIssuer />
            <IssuerList issuers={issuers.value} />
          </div>
        )}
        {issuers.value !== undefined &&
          !isList &&
          (issuer === undefined ? (
            <Gone {...TEXT.gone} href={ISSUERS_ADDRESS} />
          ) : (
            <IssuerDetail key={issuer.id} issuer={issuer} keeping={issuers.value.keeping} />
          ))}
      </Gate>
    </Page>
  )
}
