import { ArrowLeft, NotebookText, X } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../../../../components/button.tsx'
import { StageDialog } from '../../../../components/stage-dialog.tsx'
import { SequenceDiagram } from '../../../../components/sequence/sequence-diagram.tsx'
import { Kbd } from '../../../../components/kbd.tsx'
import { messageOfStep } from '#shared/sequence/build-sequence.ts'
import { TEXT as RUN_TEXT } from '../text.ts'
import { PRESENT_BUTTON_ID, type Presenting } from '../use-presenting.ts'
import { useSequence } from '../use-sequence.ts'
import { countDone, type Walk } from '../walk.ts'
import { Message } from './message.tsx'
import { Notes } from './notes.tsx'
import { TEXT } from './text.ts'
import { pageOf } from './turn-page.ts'
import { useFullScreen } from './use-full-screen.ts'
import { useLargeType } from './use-large-type.ts'
import { usePages } from './use-pages.ts'
import { usePresentKeys } from './use-present-keys.ts'

interface PresentProps {
  readonly walk: Walk
  readonly presenting: Presenting
}

/** For a room: the diagram, and of it one message at a time, as large as the screen allows. */
export function Present({ walk, presenting }: PresentProps) {
  const { flow, step, stepRun } = walk
  const { hasNotes, leave, toggleNotes } = presenting
  const [isDark, setDark] = useState(false)
  const scale = useLargeType()
  const fullScreen = useFullScreen(leave)
  const pages = usePages(walk)
  const sequence = useSequence(walk)
  const page = pageOf(walk)
  usePresentKeys(
    { ...pages, toggleNotes, toggleDark: () => setDark((was) => !was), toggleFullScreen: fullScreen.toggle },
    isDark,
  )
  return (
    <StageDialog title={TEXT.label(flow.title)} returnTo={PRESENT_BUTTON_ID} onClose={leave}>
      <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)_minmax(0,1fr)] gap-3 p-3 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] md:grid-rows-1">
        <section
          aria-label={RUN_TEXT.diagram.title}
          className="flex min-h-0 min-w-0 flex-col rounded-card border border-line bg-panel"
        >
          <SequenceDiagram
            label={RUN_TEXT.diagram.title}
            {...sequence}
            selectedId={messageOfStep(step, stepRun, page.half)}
            isPointedAt
            onSelect={pages.selectMessage}
            zoom={scale}
            className="flex-1 rounded-card"
          />
        </section>
        <div className="flex min-h-0 min-w-0 flex-col gap-3">
          <Message walk={walk} page={page} />
          {hasNotes && <Notes walk={walk} />}
        </div>
      </div>
      <Bar walk={walk} pages={pages} presenting={presenting} />
      {isDark && (
        <button
          type="button"
          aria-label={TEXT.dark}
          className="fixed inset-0 cursor-none bg-black outline-none"
          onClick={() => setDark(false)}
        />
      )}
    </StageDialog>
  )
}

interface BarProps extends PresentProps {
  readonly pages: ReturnType<typeof usePages>
}

function Bar({ walk: { run, index, parties }, pages, presenting }: BarProps) {
  const { hasNotes, toggleNotes, leave } = presenting
  return (
    <footer aria-label={RUN_TEXT.foot.label} className="flex flex-none items-center gap-3 px-3 pb-3">
      <Button variant="ghost" icon={<ArrowLeft aria-hidden />} disabled={pages.isFirst} onClick={pages.back}>
        {TEXT.back}
      </Button>
      <span className="font-mono text-base whitespace-nowrap text-ink-2 tabular-nums">
        {TEXT.step(index + 1, run.steps.length)}
      </span>
      <progress
        aria-label={RUN_TEXT.foot.progress}
        max={run.steps.length}
        value={countDone(run)}
        className="h-1 min-w-6 flex-1 appearance-none overflow-hidden rounded-full bg-line-strong [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line-strong [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-all"
      />
      <span className="contents max-md:hidden">
        <Button variant="ghost" icon={<NotebookText aria-hidden />} aria-pressed={hasNotes} onClick={toggleNotes}>
          <span className="max-md:sr-only">{TEXT.notes}</span> <Kbd keys={['N']} />
        </Button>
        <Button variant="ghost" icon={<X aria-hidden />} onClick={leave}>
          <span className="max-md:sr-only">{TEXT.leave}</span> <Kbd keys={['Esc']} />
        </Button>
      </span>
      {pages.canAnswer && (
        <Button variant={pages.nextIsAnswer ? 'primary' : 'secondary'} isBusy={pages.isBusy} onClick={pages.answer}>
          {RUN_TEXT.foot.answerFor(parties.user)} <Kbd keys={['A']} />
        </Button>
      )}
      {!pages.nextIsAnswer && (
        <Button variant="primary" isBusy={pages.isBusy} disabled={pages.isLast} onClick={pages.next}>
          {pages.isLast ? TEXT.over : pages.nextLabel}
        </Button>
      )}
    </footer>
  )
}
