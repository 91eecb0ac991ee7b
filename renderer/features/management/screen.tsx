import { Card } from '../../components/card.tsx'
import { Screen as Page } from '../../components/screen.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { replaceParameter, useQuery } from '../common/use-address.ts'
import { AccessView } from './access/access-view.tsx'
import { CallsView } from './calls/calls-view.tsx'
import { ReferenceView } from './reference/reference-view.tsx'
import { TEXT } from './text.ts'

const VIEWS = [
  { id: 'access', title: TEXT.tabs.access, content: <AccessView /> },
  { id: 'calls', title: TEXT.tabs.calls, content: <CallsView /> },
  { id: 'reference', title: TEXT.tabs.reference, content: <ReferenceView /> },
] as const

export function Screen() {
  const wanted = useQuery().get('view')
  const shown = VIEWS.find(({ id }) => id === wanted)?.id ?? 'access'
  return (
    <Page title={TEXT.title} isFilling>
      <Card isFlush className="flex-1">
        <Tabs
          label={TEXT.tabs.label}
          isFilling
          tabs={VIEWS}
          value={shown}
          onChange={(id) => replaceParameter('view', id === 'access' ? undefined : id)}
        />
      </Card>
    </Page>
  )
}
