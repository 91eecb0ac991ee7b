import { Disc } from 'lucide-react'
import { useState } from 'react'

import type { Lesson } from '#shared/lessons/lesson.ts'

import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { Screen as Page } from '../../components/screen.tsx'
import { formatMoment } from '../common/format-time.ts'
import { VerdictBadge } from './verdict-badge.tsx'
import { LessonBody } from './run/lesson-body.tsx'
import { OpenButton } from './open-button.tsx'
import { TEXT } from './lesson-text.ts'
import { useRecordedWalk } from './run/use-recorded-walk.ts'
import { WalkHere } from './walk-here.tsx'

interface LessonViewProps {
  readonly lesson: Lesson
  /** Of the file. */
  readonly name: string
}

export function LessonView({ lesson, name }: LessonViewProps) {
  const walk = useRecordedWalk(lesson)
  if (walk === undefined) return null
  return (
    <Page
      title={lesson.flow.title}
      isFilling
      tags={<LessonTags lesson={lesson} />}
      actions={
        <>
          <OpenButton variant="ghost" label={TEXT.openAnother} />
          <WalkHere lesson={lesson} />
        </>
      }
    >
      <Recorded key={name} lesson={lesson} name={name} />
      <LessonBody walk={walk} />
    </Page>
  )
}

function LessonTags({ lesson }: { readonly lesson: Lesson }) {
  const { names, choice, isMasked, layers, run, flow } = lesson
  return (
    <>
      <Badge tone="accent">
        <Disc className="mr-1 inline size-3" aria-hidden />
        {TEXT.recording}, {isMasked ? TEXT.masked : TEXT.unmasked}
      </Badge>
      <VerdictBadge flow={flow} />
      <Badge>{names.client}</Badge>
      {choice.api !== undefined && <Badge>{names.api}</Badge>}
      {choice.variant !== undefined && (
        <Badge>
          <code>{choice.variant}</code>
        </Badge>
      )}
      {layers.length > 0 && <span className="max-xl:hidden">with {layers.map(({ title }) => title).join(', ')}</span>}
      <span className="max-md:hidden">{TEXT.made(formatMoment(run.createdAt).slice(0, 16))}</span>
    </>
  )
}

/** Said once for each that is opened; the badge above goes on saying it. */
function Recorded({ lesson: { isMasked }, name }: LessonViewProps) {
  const [isOpen, setOpen] = useState(true)
  if (!isOpen) return null
  return (
    <Notice tone={isMasked ? 'accent' : 'warn'} title={TEXT.notice} className="flex-none">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1.5">
        <p className="min-w-0 flex-1 basis-80">
          {TEXT.noticeText(name)} {isMasked ? TEXT.maskedText : TEXT.openText}
        </p>
        <Button size="small" onClick={() => setOpen(false)}>
          {TEXT.dismiss}
        </Button>
      </div>
    </Notice>
  )
}
