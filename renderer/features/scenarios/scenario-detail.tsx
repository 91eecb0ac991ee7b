import { Badge } from '../../components/badge.tsx'
import { Card } from '../../components/card.tsx'
import { Tabs } from '../../components/tabs.tsx'
import type { ScenarioView } from '../../stores/stores.ts'
import { useScenarios } from '../../stores/use-stores.tsx'
import { HistoryLink } from '../common/changes/history-link.tsx'
import { formatMoment } from '../common/format-time.ts'
import { Gone } from '../common/gone.tsx'
import { replaceParameter, useQuery } from '../common/use-address.ts'
import { ContentsTab } from './contents-tab.tsx'
import { ExportMenu } from './export-menu.tsx'
import { LoadTab } from './load-tab.tsx'
import { ScenarioMenu } from './scenario-menu.tsx'
import { TEXT } from './text.ts'

export function ScenarioDetail({ id }: { readonly id: string }) {
  const scenario = useScenarios(({ items }) => items.find((item) => item.id === id))
  const isReady = useScenarios(({ status }) => status === 'ready')
  if (scenario !== undefined) return <Detail scenario={scenario} />
  if (!isReady) return <Card className="flex-1" />
  return <Gone {...TEXT.gone} title={TEXT.gone.title(id)} href="/scenarios" />
}

function Detail({ scenario }: { readonly scenario: ScenarioView }) {
  const { id, title, summary, own, savedAt } = scenario
  const shown = useQuery().get('tab') === 'contents' ? 'contents' : 'load'
  return (
    <Card
      isFlush
      className="flex-1"
      title={title}
      aside={
        <span className="flex flex-wrap items-center gap-1.5">
          <Badge tone={own ? 'accent' : 'neutral'}>{own ? TEXT.own : TEXT.shipped}</Badge>
          {own && <HistoryLink kind="scenarios" entity={id} name={title} />}
          <ExportMenu label={TEXT.export.action} scenario={scenario} size="small" />
          <ScenarioMenu scenario={scenario} />
        </span>
      }
    >
      <div className="flex-none px-3.5 pt-2.5">
        {summary !== '' && <p className="wrap-anywhere text-ink-2">{summary}</p>}
        {savedAt !== undefined && <p className="text-small text-ink-3">{TEXT.savedAt(formatMoment(savedAt * 1000))}</p>}
      </div>
      <Tabs
        label={TEXT.tabs.label}
        isFilling
        tabs={[
          { id: 'load', title: TEXT.tabs.load, content: <LoadTab scenario={scenario} /> },
          { id: 'contents', title: TEXT.tabs.contents, content: <ContentsTab scenario={scenario} /> },
        ]}
        value={shown}
        onChange={(tab) => replaceParameter('tab', tab === 'load' ? undefined : tab)}
      />
    </Card>
  )
}
