import { useState } from 'react'

import { Card } from '../../../components/card.tsx'
import { classNames } from '../../../components/class-names.ts'
import { Segmented } from '../../../components/segmented.tsx'
import { SplitPanel } from '../../../components/split-panel.tsx'
import { useMediaQuery } from '../../../components/use-media-query.ts'
import { Details } from './details/details.tsx'
import { Foot } from './foot/foot.tsx'
import { BrowserPane } from './pane/browser-pane.tsx'
import { Diagram } from './steps/diagram.tsx'
import { StepList } from './steps/step-list.tsx'
import { TEXT } from './text.ts'
import type { Walk } from './walk.ts'

/** As much side by side as there is room for. */
export function WalkBody({ walk }: { readonly walk: Walk }) {
  const isWide = useMediaQuery('(width >= 78rem)')
  const isNarrow = useMediaQuery('(width < 50rem)')
  if (isNarrow) return <OneAtATime walk={walk} />
  const details = <DetailsCard walk={walk} />
  return (
    <>
      {isWide ? (
        <SplitPanel
          id="walkthrough"
          direction="horizontal"
          className="flex-1"
          panels={[
            { id: 'steps', title: TEXT.steps.title, defaultSize: '21%', minSize: 200, content: <Steps walk={walk} /> },
            {
              id: 'center',
              title: TEXT.diagram.title,
              defaultSize: '45%',
              minSize: 340,
              content: <Center walk={walk} />,
            },
            { id: 'details', title: TEXT.details.label, defaultSize: '34%', minSize: 300, content: details },
          ]}
        />
      ) : (
        <SplitPanel
          id="walkthrough-medium"
          direction="horizontal"
          className="flex-1"
          panels={[
            {
              id: 'center',
              title: TEXT.diagram.title,
              defaultSize: '55%',
              minSize: 320,
              content: <Center walk={walk} />,
            },
            {
              id: 'details',
              title: TEXT.details.label,
              minSize: 280,
              content: (
                <SplitPanel
                  id="walkthrough-medium-side"
                  direction="vertical"
                  className="flex-1"
                  panels={[
                    {
                      id: 'steps',
                      title: TEXT.steps.title,
                      defaultSize: '30%',
                      minSize: 110,
                      content: <Steps walk={walk} />,
                    },
                    { id: 'details', title: TEXT.details.label, minSize: 220, content: details },
                  ]}
                />
              ),
            },
          ]}
        />
      )}
      <Foot walk={walk} />
    </>
  )
}

function Center({ walk }: { readonly walk: Walk }) {
  return (
    <SplitPanel
      id="walkthrough-center"
      direction="vertical"
      className="flex-1"
      panels={[
        {
          id: 'diagram',
          title: TEXT.diagram.title,
          defaultSize: '52%',
          minSize: 140,
          content: <Diagram walk={walk} />,
        },
        { id: 'browser', title: TEXT.pane.title, minSize: 140, content: <BrowserPane walk={walk} /> },
      ]}
    />
  )
}

function Steps({ walk }: { readonly walk: Walk }) {
  const { index, steps } = walk
  return (
    <Card isFlush className="flex-1" title={TEXT.steps.title} aside={TEXT.steps.count(index + 1, steps.length)}>
      <StepList walk={walk} />
    </Card>
  )
}

function DetailsCard({ walk }: { readonly walk: Walk }) {
  return (
    <Card isFlush className="flex-1" aria-label={TEXT.details.label}>
      <Details walk={walk} />
    </Card>
  )
}

type Part = 'steps' | 'diagram' | 'browser' | 'step'
const PARTS: readonly Part[] = ['steps', 'diagram', 'browser', 'step']

/** The browser's page stays loaded while another part is looked at. */
function OneAtATime({ walk }: { readonly walk: Walk }) {
  const { run, index } = walk
  const [chosen, setChosen] = useState<{ readonly part: Part; readonly at: string }>()
  const moment = `${run.state === 'waiting'} ${index}`
  const natural: Part = run.state === 'waiting' ? 'browser' : 'step'
  const part = chosen?.at === moment ? chosen.part : natural
  return (
    <>
      <Segmented
        label={TEXT.panes.label}
        isLabelHidden
        value={part}
        options={PARTS.map((value) => ({ value, label: TEXT.panes[value] }))}
        onChange={(next) => setChosen({ part: next, at: moment })}
      />
      {part === 'steps' && <Steps walk={walk} />}
      {part === 'diagram' && <Diagram walk={walk} />}
      <div className={classNames('h-[70dvh] flex-col', part === 'browser' ? 'flex' : 'hidden')}>
        <BrowserPane walk={walk} />
      </div>
      {part === 'step' && <DetailsCard walk={walk} />}
      <Foot walk={walk} />
    </>
  )
}
