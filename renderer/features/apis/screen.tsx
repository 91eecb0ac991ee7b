import { Plus } from 'lucide-react'
import { Link } from 'wouter'

import { buttonLook } from '../../components/button-look.ts'
import { Card } from '../../components/card.tsx'
import { JsonTree } from '../../components/json-tree.tsx'
import { Screen as Page } from '../../components/screen.tsx'
import type { ApiView } from '../../stores/stores.ts'
import { useApis } from '../../stores/use-stores.tsx'
import { Choose } from '../common/choose.tsx'
import { EntityCard } from '../common/entity-card.tsx'
import { FilterField } from '../common/filter-field.tsx'
import { Gone } from '../common/gone.tsx'
import { ListDetail } from '../common/list-detail.tsx'
import { useNamed } from '../common/use-address.ts'
import { AccessTab } from './access/access-tab.tsx'
import { CodeTab } from './code/code-tab.tsx'
import { ApiMenu } from './edit/api-menu.tsx'
import { CreateApi } from './edit/create.tsx'
import { EditTab } from './edit/edit-tab.tsx'
import { ApiList } from './api-list.tsx'
import { ScopesTab } from './scopes-tab.tsx'
import { SettingsTab } from './settings-tab.tsx'
import { TEXT } from './text.ts'
import { TrialTab } from './trial/trial-tab.tsx'

export function Screen() {
  const identifier = useNamed()
  const count = useApis(({ items }) => items.length)
  const isEmpty = useApis(({ items, status }) => items.length === 0 && status !== 'loading')
  return (
    <Page
      title={TEXT.title}
      isFilling
      tags={count > 0 && TEXT.count(count)}
      actions={
        <>
          {count > 0 && <FilterField label={TEXT.filter} isOfList={identifier === undefined} />}
          <Link href="/apis/new" className={buttonLook()}>
            <Plus aria-hidden />
            {TEXT.edit.action}
          </Link>
        </>
      }
    >
      <ListDetail
        isEmpty={isEmpty && identifier !== 'new'}
        id="apis"
        listTitle={TEXT.list}
        list={<ApiList selectedKey={identifier} />}
        detailTitle={TEXT.detail}
        detail={identifier === undefined ? undefined : <ApiDetail key={identifier} identifier={identifier} />}
        placeholder={<Choose {...TEXT.choose} />}
        backHref="/apis"
        backLabel={TEXT.back}
      />
    </Page>
  )
}

function ApiDetail({ identifier }: { readonly identifier: string }) {
  const api = useApis(({ items }) => items.find((item) => item.identifier === identifier))
  const isReady = useApis(({ status }) => status === 'ready')
  if (api !== undefined) return <Api api={api} />
  if (identifier === 'new') return <CreateApi />
  if (!isReady) return <Card className="flex-1" />
  return <Gone {...TEXT.gone} title={TEXT.gone.title(identifier)} href="/apis" />
}

function Api({ api }: { readonly api: ApiView }) {
  const { tabs } = TEXT
  return (
    <EntityCard
      actor="api"
      title={api.name}
      aside={
        <span className="flex items-center gap-1.5">
          {TEXT.scopeCount(api.scopes.length)} <ApiMenu api={api} />
        </span>
      }
      tabsLabel={tabs.label}
      tabs={[
        { id: 'settings', title: tabs.settings, content: <SettingsTab api={api} /> },
        { id: 'edit', title: tabs.edit, content: <EditTab api={api} /> },
        { id: 'scopes', title: tabs.scopes, content: <ScopesTab api={api} /> },
        { id: 'access', title: tabs.access, content: <AccessTab api={api} /> },
        { id: 'try', title: tabs.trial, content: <TrialTab api={api} /> },
        { id: 'code', title: tabs.code, content: <CodeTab api={api} /> },
        {
          id: 'json',
          title: tabs.json,
          content: (
            <div className="p-3.5">
              <JsonTree value={api} label={TEXT.json} />
            </div>
          ),
        },
      ]}
    />
  )
}
