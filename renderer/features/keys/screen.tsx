import { Plus } from 'lucide-react'
import { Link } from 'wouter'

import { buttonLook } from '../../components/button-look.ts'
import { Card } from '../../components/card.tsx'
import { Screen as Page } from '../../components/screen.tsx'
import { Choose } from '../common/choose.tsx'
import { Gone } from '../common/gone.tsx'
import { ListDetail } from '../common/list-detail.tsx'
import { useNamed } from '../common/use-address.ts'
import { AddKey } from './add-key.tsx'
import { KeyDetail } from './key-detail.tsx'
import { KeyList } from './key-list.tsx'
import { TEXT } from './text.ts'
import { useKeys } from './use-keys.ts'

export function Screen() {
  const named = useNamed()
  const keys = useKeys()
  const items = keys.value?.items ?? []
  const chosen = items.find(({ kid }) => kid === named)

  function detail() {
    if (named === undefined) return undefined
    if (chosen !== undefined) return <KeyDetail key={chosen.kid} view={chosen} />
    if (named === 'new') return <AddKey />
    if (keys.value === undefined) return <Card className="flex-1" />
    return <Gone {...TEXT.gone} title={TEXT.gone.title(named)} href="/keys" />
  }

  return (
    <Page
      title={TEXT.title}
      isFilling
      tags={items.length > 0 && TEXT.count(items.length)}
      actions={
        <Link href="/keys/new" className={buttonLook()}>
          <Plus aria-hidden />
          {TEXT.add}
        </Link>
      }
    >
      <ListDetail
        isEmpty={false}
        id="keys"
        listTitle={TEXT.list}
        list={<KeyList keys={keys} selectedKid={named} />}
        detailTitle={TEXT.detail}
        detail={detail()}
        placeholder={<Choose {...TEXT.choose} />}
        backHref="/keys"
        backLabel={TEXT.back}
      />
    </Page>
  )
}
