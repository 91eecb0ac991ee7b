import { useState } from 'react'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Screen } from '../../components/screen.tsx'
import { SplitPanel } from '../../components/split-panel.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { Specimen } from '../specimen.tsx'
import { HOSTILE } from '../samples.ts'

export function FrameShelf() {
  const [tab, setTab] = useState<'exchange' | 'raw' | 'long'>('exchange')
  return (
    <>
      <Specimen name="Screen">
        <Card isFlush>
          <Screen
            title="Traffic"
            tags={
              <>
                <Badge tone="good">Recording</Badge> 11 exchanges, 1 sign-in, 2 failures
              </>
            }
            actions={
              <>
                <Button variant="ghost">Clear</Button>
                <Button>Export HAR</Button>
              </>
            }
          >
            <p className="text-ink-2">What the screen is for.</p>
          </Screen>
        </Card>
      </Specimen>
      <Specimen name="Card">
        <div className="grid gap-3 sm:grid-cols-2">
          <Card title="Steps" aside="4 of 9">
            <p className="text-ink-2">A card holds one matter. Its title is a heading.</p>
            <div>
              <Button size="small">Add</Button>
            </div>
          </Card>
          <Card title={HOSTILE} aside={<Badge tone="warn">2 to fix</Badge>} isFlush>
            <p className="p-3 wrap-anywhere">{HOSTILE}</p>
          </Card>
        </div>
      </Specimen>
      <Specimen name="Tabs">
        <Card isFlush>
          <Tabs
            label="Parts of the exchange"
            value={tab}
            onChange={setTab}
            tabs={[
              {
                id: 'exchange',
                title: 'Exchange',
                content: <p className="p-3">What was sent, and what was answered.</p>,
              },
              { id: 'raw', title: 'Raw', content: <p className="p-3">As it went over the wire.</p> },
              { id: 'long', title: 'Everything that can be said about it', content: <p className="p-3">At length.</p> },
            ]}
          />
        </Card>
      </Specimen>
      <Specimen name="SplitPanel">
        <div className="flex h-40 min-w-0 flex-col max-md:h-auto">
          <SplitPanel
            id="gallery"
            direction="horizontal"
            panels={[
              {
                id: 'list',
                title: 'List',
                defaultSize: '60%',
                minSize: 160,
                content: (
                  <Card title="List" className="flex-1">
                    Left
                  </Card>
                ),
              },
              {
                id: 'detail',
                title: 'Detail',
                minSize: 160,
                content: (
                  <Card title="Detail" className="flex-1">
                    Right
                  </Card>
                ),
              },
            ]}
          />
        </div>
      </Specimen>
    </>
  )
}
