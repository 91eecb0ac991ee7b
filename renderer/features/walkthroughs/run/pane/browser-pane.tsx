import { AppWindow, CircleAlert, CircleCheck, Server } from 'lucide-react'

import { Card } from '../../../../components/card.tsx'
import { EmptyState } from '../../../../components/empty-state.tsx'
import { Loading } from '../../../../components/loading.tsx'
import { useShell } from '../../../../stores/use-stores.tsx'
import { type RunningProgram, useProgram } from '../../../common/use-program.ts'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { DesktopBrowser } from './desktop-browser.tsx'
import { FramedBrowser } from './framed-browser.tsx'
import { OutsideBrowser } from './outside-browser.tsx'
import { type OpenVisit, useVisit } from './use-visit.ts'

const words = TEXT.pane

/** Where the person signs in, and where one sees what a browser sees. */
export function BrowserPane({ walk }: { readonly walk: Walk }) {
  const kind = useShell(({ value }) => value?.kind)
  const program = useProgram()
  const visit = useVisit(walk)
  if (visit.address === undefined || !visit.isShown) {
    return (
      <Card isFlush title={words.title} className="min-h-0 flex-1">
        <Idle walk={walk} />
      </Card>
    )
  }
  const shown = { ...visit, address: visit.address }
  return (
    <Card isFlush aria-label={words.title} className="min-h-0 flex-1">
      {program === undefined && <Loading label={words.loading} />}
      {program !== undefined && kind === 'desktop' && <DesktopBrowser key={visit.key} visit={shown} />}
      {program !== undefined && kind === 'headless' && (
        <HeadlessBrowser key={visit.key} visit={shown} walk={walk} program={program} />
      )}
    </Card>
  )
}

interface HeadlessBrowserProps {
  readonly visit: OpenVisit
  readonly walk: Walk
  readonly program: RunningProgram
}

function HeadlessBrowser({ visit, walk, program }: HeadlessBrowserProps) {
  return walk.run.choice.issuer === undefined ? (
    <FramedBrowser visit={visit} issuer={program.issuer} screens={program.screens} />
  ) : (
    <OutsideBrowser visit={visit} walk={walk} />
  )
}

function Idle({ walk: { steps, run, parties, deeds } }: { readonly walk: Walk }) {
  const index = steps.findIndex(({ kind }) => kind === 'browser')
  const state = run.steps[index]?.state
  const title = steps[index]?.title ?? ''
  if (index === -1) return <EmptyState icon={<Server />} title={words.never} text={words.neverText} />
  if (state === 'failed') return <EmptyState icon={<CircleAlert />} title={words.failed} text={words.failedText} />
  if (state !== 'done') {
    return <EmptyState icon={<AppWindow />} title={words.idle} text={words.idleAt(index + 1, title)} />
  }
  const people = deeds.hasAnswered || steps.some(({ kind }, at) => kind === 'person' && run.steps[at]?.state === 'done')
  return people ? (
    <EmptyState icon={<CircleCheck />} title={words.answered(parties.user)} text={words.answeredText} />
  ) : (
    <EmptyState icon={<CircleCheck />} title={words.over} text={words.overText} />
  )
}
