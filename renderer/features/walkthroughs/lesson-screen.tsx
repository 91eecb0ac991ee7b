import { FileInput } from 'lucide-react'
import { Link } from 'wouter'

import { buttonLook } from '../../components/button-look.ts'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Loading } from '../../components/loading.tsx'
import { Screen as Page } from '../../components/screen.tsx'
import type { OpenedLesson } from '../../stores/create-lessons.ts'
import { useOpenedLesson } from '../../stores/use-stores.tsx'
import { DropZone } from './drop-zone.tsx'
import { LessonView } from './lesson-view.tsx'
import { OpenButton } from './open-button.tsx'
import { TEXT } from './lesson-text.ts'

/** An exported walkthrough, opened again. */
export function LessonScreen() {
  const opened = useOpenedLesson()
  return (
    <>
      {opened.status === 'ready' ? (
        <LessonView lesson={opened.lesson} name={opened.name} />
      ) : (
        <Page title={TEXT.title} isFilling>
          <Card className="flex-1">
            <Unopened opened={opened} />
          </Card>
        </Page>
      )}
      <DropZone />
    </>
  )
}

function Unopened({ opened }: { readonly opened: Exclude<OpenedLesson, { status: 'ready' }> }) {
  switch (opened.status) {
    case 'none':
      return (
        <EmptyState
          icon={<FileInput />}
          title={TEXT.none.title}
          text={TEXT.none.text}
          action={
            <>
              <OpenButton variant="primary" />
              <AllWalkthroughs />
            </>
          }
        />
      )
    case 'reading':
      return <Loading label={TEXT.reading(opened.name)} />
    case 'failed':
      return (
        <div className="my-auto">
          <ErrorState title={TEXT.failed(opened.name)} error={opened.error} />
          <p className="-mt-6 flex flex-wrap justify-center gap-2 pb-10">
            <OpenButton variant="primary" label={TEXT.openAnother} />
            <AllWalkthroughs />
          </p>
        </div>
      )
  }
}

function AllWalkthroughs() {
  return (
    <Link href="/walkthroughs" className={buttonLook()}>
      {TEXT.none.walkthroughs}
    </Link>
  )
}
