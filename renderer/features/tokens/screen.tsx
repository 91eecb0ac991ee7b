import { Suspense } from 'react'

import { Loading } from '../../components/loading.tsx'
import { tokensAddress } from '../../frame/addresses.ts'
import { Gone } from '../common/gone.tsx'
import { useNamed } from '../common/use-address.ts'
import { TokensPage } from './page.tsx'
import { TEXT } from './text.ts'
import { VIEWS } from './views.ts'

export function Screen() {
  const named = useNamed()
  const shown = named === undefined ? VIEWS[0] : VIEWS.find(({ id }) => id === named)
  if (shown === undefined) {
    return (
      <TokensPage view={undefined}>
        <Gone {...TEXT.gone} title={TEXT.gone.title(named ?? '')} href={tokensAddress()} />
      </TokensPage>
    )
  }
  return (
    <Suspense
      key={shown.id}
      fallback={
        <TokensPage view={shown.id}>
          <Loading label={TEXT.loading} />
        </TokensPage>
      }
    >
      <shown.View />
    </Suspense>
  )
}
