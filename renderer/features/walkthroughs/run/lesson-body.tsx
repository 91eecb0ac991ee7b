import { useState } from 'react'

import { Card } from '../../../components/card.tsx'
import { Segmented } from '../../../components/segmented.tsx'
import { SplitPanel } from '../../../components/split-panel.tsx'
import { useMediaQuery } from '../../../components/use-media-query.ts'
import { Details } from './details/details.tsx'
import { Diagram } from './steps/diagram.tsx'
import { StepList } from './steps/step-list.tsx'
import { TEXT } from './text.ts'
import type { Walk } from './walk.ts'
import { LessonFoot } from './foot/lesson-foot.tsx'

/** As much side by side as there is room for. */
export function LessonBody({ walk }: { readonly walk: Walk }) {
  const isWide = useMediaQuery('(width >= 78rem)')
  const isNarrow = useMediaQuery('(width < 50rem)')
  return (
    <>
      {isNarrow ? <OneAtATime walk={walk} /> : isWide ? <Wide walk={walk} /> : <Medium walk={walk} />}
      <LessonFoot walk={walk} />
    </>
  )
}

function Wide({ walk }: { readonly walk: Walk }) {
  return (
    <SplitPanel
      id="lesson"
      direction="horizontal"
      className="flex-1"
      panels={[
        { id: 'steps', title: TEXT.steps.title, defaultSize: '21%', minSize: 200, content: <Steps walk={walk} /> },
        {
          id: 'diagram',
          title: TEXT.diagram.title,
          defaultSize: '43%',
          minSize: 340,
          content: <Diagram walk={walk} />,
        },
        { id: 'details', title: TEXT.details.label, minSize: 300, content: <DetailsCard walk={walk} /> },
      ]}
    />
  )
}

function Medium({ walk }: { readonly walk: Walk }) {
  return (
    <SplitPanel
      id="lesson-medium"
      direction="horizontal"
      className="flex-1"
      panels={[
        {
          id: 'center',
          title: TEXT.diagram.title,
          defaultSize: '50%',
          minSize: 320,
          content: (
            <SplitPanel
              id="lesson-medium-side"
              direction="vertical"
              className="flex-1"
              panels={[
                { id: 'diagram', title: TEXT.diagram.title, minSize: 140, content: <Diagram walk={walk} /> },
                {
                  id: 'steps',
                  title: TEXT.steps.title,
                  defaultSize: '40%',
                  minSize: 110,
                  content: <Steps walk={walk} />,
                },
              ]}
            />
          ),
        },
        { id: 'details', title: TEXT.details.label, minSize: 280, content: <DetailsCard walk={walk} /> },
      ]}
    />
  )
}

type Part = 'steps' | 'diagram' | 'step'
const PARTS: readonly Part[] = ['steps', 'diagram', 'step']

function OneAtATime({ walk }: { readonly walk: Walk }) {
  const [part, setPart] = useState<Part>('step')
  return (
    <>
      <Segmented
        label={TEXT.panes.label}
        isLabelHidden
        value={part}
        options={PARTS.map((value) => ({ value, label: TEXT.panes[value] }))}
        onChange={setPart}
      />
      {part === 'steps' && <Steps walk={walk} />}
      {part === 'diagram' && <Diagram walk={walk} />}
      {part === 'step' && <DetailsCard walk={walk} />}
    </>
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
