import { findFlow } from '#shared/flows/flows.ts'

import { Screen as Page } from '../../components/screen.tsx'
import { Gone } from '../common/gone.tsx'
import { Chooser } from './chooser/chooser.tsx'
import { LessonScreen } from './lesson-screen.tsx'
import { IssuersScreen } from './issuers/issuers-screen.tsx'
import { RunScreen } from './run/run-screen.tsx'
import { Setup } from './setup/setup.tsx'
import { TEXT } from './text.ts'
import { useFlowAndRun } from './use-location.ts'

export function Screen() {
  const { flow: id, run } = useFlowAndRun()
  if (id === undefined) return <Chooser />
  if (id === 'lesson') return <LessonScreen />
  if (id === 'issuers') return <IssuersScreen id={run} />
  const flow = findFlow(id)
  if (flow === undefined) return <UnknownFlow />
  return run === undefined ? <Setup key={id} flow={flow} /> : <RunScreen key={run} flow={flow} id={run} />
}

function UnknownFlow() {
  return (
    <Page title={TEXT.title} isFilling>
      <Gone {...TEXT.unknownFlow} href="/walkthroughs" />
    </Page>
  )
}
