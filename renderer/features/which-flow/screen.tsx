import { RotateCcw, Signpost } from 'lucide-react'
import { Link } from 'wouter'

import { askedQuestions, decide } from '#shared/teach/which-flow.ts'

import { buttonLook } from '../../components/button-look.ts'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Screen as Page } from '../../components/screen.tsx'
import { Answer } from './answer.tsx'
import { QuestionFields } from './question-fields.tsx'
import { TEXT } from './text.ts'
import { useAnswers } from './use-answers.ts'

export function Screen() {
  const { answers, pick } = useAnswers()
  const decision = decide(answers)
  const hasBegun = Object.keys(answers).length > 0
  return (
    <Page
      title={TEXT.title}
      tags={TEXT.tags}
      actions={
        hasBegun && (
          <Link href="/which-flow" className={buttonLook('ghost')}>
            <RotateCcw aria-hidden />
            {TEXT.again}
          </Link>
        )
      }
    >
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:gap-8">
        <section aria-label={TEXT.questions} className="flex min-w-0 flex-col gap-6 pt-1">
          {askedQuestions(answers).map((question) => (
            <QuestionFields
              key={question.id}
              question={question}
              value={answers[question.id]}
              onPick={(option) => pick(question.id, option)}
            />
          ))}
        </section>
        <div className="min-w-0 lg:sticky lg:top-3">
          <output className="sr-only">{decision && TEXT.announced(decision.title)}</output>
          {decision === undefined ? <NotYet /> : <Answer decision={decision} />}
        </div>
      </div>
    </Page>
  )
}

function NotYet() {
  return (
    <Card isFlush>
      <EmptyState icon={<Signpost />} {...TEXT.waiting} />
    </Card>
  )
}
