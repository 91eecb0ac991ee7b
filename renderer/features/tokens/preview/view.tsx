import { LayoutGrid } from 'lucide-react'
import { useMemo } from 'react'
import { Link } from 'wouter'

import { buttonLook } from '../../../components/button-look.ts'
import { Card } from '../../../components/card.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { SplitPanel } from '../../../components/split-panel.tsx'
import { useApis, useClients, useUsers } from '../../../stores/use-stores.tsx'
import { Gate } from '../../common/gate.tsx'
import { useQuery } from '../../common/use-address.ts'
import { TokensPage } from '../page.tsx'
import { ChoiceFields } from './choice-fields.tsx'
import { readChoice } from './read-choice.ts'
import { Results } from './results.tsx'
import { TEXT } from './text.ts'

export function View() {
  const query = useQuery()
  const list = useClients((state) => state)
  const users = useUsers(({ items }) => items)
  const apis = useApis(({ items }) => items)
  const picked = useMemo(
    () =>
      readChoice(query, {
        clients: list.items,
        users: users.map(({ username }) => username),
        scopesOf: (identifier) =>
          apis.find((api) => api.identifier === identifier)?.scopes.map(({ name }) => name) ?? [],
      }),
    [query, list.items, users, apis],
  )
  return (
    <TokensPage view="preview" tags={TEXT.hint}>
      <Gate
        state={list}
        hasValue={list.status === 'ready' || list.items.length > 0}
        loading={TEXT.loading}
        failed={TEXT.failed}
      >
        {picked === undefined ? (
          <NoClients />
        ) : (
          <SplitPanel
            id="token-preview"
            direction="horizontal"
            className="flex-1"
            panels={[
              {
                id: 'choice',
                title: TEXT.choice.title,
                defaultSize: '30%',
                minSize: '260px',
                content: <ChoiceFields picked={picked} />,
              },
              { id: 'results', title: TEXT.claims, minSize: '360px', content: <Results picked={picked} /> },
            ]}
          />
        )}
      </Gate>
    </TokensPage>
  )
}

function NoClients() {
  const { noClients } = TEXT.choice
  return (
    <Card className="flex-1">
      <EmptyState
        icon={<LayoutGrid />}
        title={noClients.title}
        text={noClients.text}
        action={
          <Link href="/applications" className={buttonLook()}>
            {noClients.action}
          </Link>
        }
      />
    </Card>
  )
}
