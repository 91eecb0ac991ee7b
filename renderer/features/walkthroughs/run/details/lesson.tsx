import { contextOfStep } from '#shared/flows/context-of-step.ts'
import { explainPageError } from '#shared/flows/explain-refusal.ts'
import type { StepRun } from '#shared/model/flow-run.ts'
import type { Refusal } from '#shared/lessons/lesson.ts'
import type { ErrorLesson } from '#shared/teach/lesson.ts'

import { Notice } from '../../../../components/notice.tsx'
import { RichText } from '../../../../components/rich-text.tsx'
import { useCall } from '../../../../stores/use-call.ts'
import { useClients } from '../../../../stores/use-stores.tsx'
import { TextLink } from '../../../common/text-link.tsx'
import { useDictionary } from '../../../common/use-dictionary.ts'
import { SpecLinks } from '../../../common/spec-links.tsx'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { Heading } from './panel.tsx'

const words = TEXT.response

interface LessonProps {
  readonly walk: Walk
  readonly error: NonNullable<StepRun['error']>
}

/** The refusal, explained: what it means, what in this request caused it, and the way out. */
export function Lesson({ walk, error }: LessonProps) {
  const { step, stepRun, recording, index } = walk
  const refusal = recording?.steps[index]?.refusal
  const exchange = stepRun.exchanges.at(-1)
  return (
    <>
      <Notice tone="bad" title={<code className="font-semibold">{error.code}</code>}>
        {error.description !== undefined && (
          <p>
            {words.said}: {error.description}
          </p>
        )}
        {refusal?.reason !== undefined && <ReasonText reason={refusal.reason} />}
        {exchange !== undefined && <Reason exchange={exchange} said={error.description} />}
      </Notice>
      <Heading>{words.lesson}</Heading>
      {recording !== undefined && <RecordedLesson refusal={refusal} />}
      {recording === undefined &&
        (step.kind === 'call' ? <Meaning walk={walk} error={error} /> : <PageLesson walk={walk} error={error} />)}
    </>
  )
}

/** What the issuer keeps to itself, and tells those who run it. */
function Reason({ exchange, said }: { readonly exchange: number; readonly said: string | undefined }) {
  const reason = useCall('exchanges.get', { id: exchange }).value?.value.error?.reason
  return reason === undefined || reason === said ? null : <ReasonText reason={reason} />
}

function ReasonText({ reason }: { readonly reason: string }) {
  return (
    <p>
      {words.reason}: <b>{reason}</b>
    </p>
  )
}

/** What the dictionary has, for an error that an endpoint has answered. */
function Meaning({ walk: { step, stepRun }, error }: LessonProps) {
  const dictionary = useDictionary()
  const context = contextOfStep(step, stepRun.edited ?? stepRun.draft, 'response')
  const entry = dictionary?.explain(error.code, { kind: 'error', context })
  if (entry === undefined) return <p className="text-ink-2">{error.description}</p>
  return (
    <>
      <p>{entry.summary}</p>
      {entry.detail !== undefined && (
        <p className="text-ink-2">
          <RichText text={entry.detail} />
        </p>
      )}
      <p className="text-small">
        <SpecLinks specs={entry.specs} />
      </p>
    </>
  )
}

/** The same that the issuer's page of the error teaches. */
function PageLesson({ walk, error }: LessonProps) {
  const clients = useClients(({ items }) => items)
  const { run, step, steps, stepRun } = walk
  const lesson = explainPageError({ step, stepRun, steps, run, clients }, error)
  // Below stands a link to the very exchange.
  const links = lesson.links.filter(({ href }) => href !== '/traffic' || stepRun.exchanges.length === 0)
  return <LessonText lesson={{ ...lesson, links }} />
}

/** As it was explained where it happened; here the applications are others. */
function RecordedLesson({ refusal }: { readonly refusal: Refusal | undefined }) {
  return refusal === undefined ? null : <LessonText lesson={{ ...refusal, links: [] }} />
}

type ShownLesson = Pick<ErrorLesson, 'summary' | 'why' | 'fixes' | 'specs' | 'links'> &
  Pick<Refusal, 'title' | 'comparison'>

function LessonText({ lesson }: { readonly lesson: ShownLesson }) {
  const { title, summary, why, fixes, specs, links, comparison } = lesson
  return (
    <>
      {title !== undefined && <p className="font-medium">{title}</p>}
      <p>
        <RichText text={summary} />
      </p>
      {comparison !== undefined && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 rounded-lg border border-line bg-sunken px-2.75 py-2 text-small">
          <dt className="text-ink-3">sent</dt>
          <dd className="font-mono wrap-anywhere text-bad">{comparison.sent}</dd>
          {comparison.registered.slice(0, 3).map((value) => (
            <div key={value} className="contents">
              <dt className="text-ink-3">registered</dt>
              <dd className="font-mono wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="text-ink-2">
        <RichText text={why} />
      </p>
      {fixes.length > 0 && (
        <>
          <Heading>{words.fixes}</Heading>
          <ul className="list-disc pl-4 text-ink-2">
            {fixes.map((fix, index) => (
              <li key={index}>
                <RichText text={fix} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="flex flex-wrap gap-x-3 text-small">
        {links.map(({ label, href }) => (
          <TextLink key={label} href={href}>
            {label}
          </TextLink>
        ))}
        <span>
          <SpecLinks specs={specs} />
        </span>
      </p>
    </>
  )
}
