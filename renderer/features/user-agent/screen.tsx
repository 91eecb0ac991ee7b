import { Loading } from '../../components/loading.tsx'
import { Screen as Page } from '../../components/screen.tsx'
import { useShell } from '../../stores/use-stores.tsx'
import { useProgram } from '../common/use-program.ts'
import { DesktopPane } from './desktop-pane.tsx'
import { FrameLimits } from './frame-limits.tsx'
import { FramePane } from './frame-pane.tsx'
import { TEXT } from '../common/user-agent/text.ts'

/** A user agent: the desktop app has one of its own, and in a browser a frame takes its place. */
export function Screen() {
  const kind = useShell(({ value }) => value?.kind)
  const program = useProgram()
  const isDesktop = kind === 'desktop'

  return (
    <Page title={TEXT.title} tags={isDesktop ? TEXT.about : <FramedTags />} isFilling>
      {program === undefined && <Loading label={TEXT.loading} />}
      {program !== undefined && (isDesktop ? <DesktopPane program={program} /> : <FramePane program={program} />)}
    </Page>
  )
}

function FramedTags() {
  return (
    <>
      {TEXT.framed}
      <FrameLimits />
    </>
  )
}
