import type { Step } from '#shared/flows/flow.ts'
import { readParameters } from '#shared/flows/draft.ts'
import type { StepRun } from '#shared/model/flow-run.ts'
import { type ErrorInput, explainAuthorizationError, type LessonClient } from '#shared/teach/error-lessons.ts'
import type { ErrorLesson } from '#shared/teach/lesson.ts'

import { Notice } from '../../../../components/notice.tsx'
import { RichText } from '../../../../components/rich-text.tsx'
import { useCall } from '../../../../stores/use-call.ts'
import { useClients } from '../../../../stores/use-stores.tsx'
import { TextLink } from '../../../common/text-link.tsx'
import { useDictionary } from '../../../common/use-dictionary.ts'
import { SpecLinks } from '../../spec-links.tsx'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { contextOfStep } from './context-of.ts'
import { Heading } from './panel.tsx'

const words = TEXT.response

interface LessonProps {
  readonly walk: Walk
  readonly error: NonNullable<StepRun['error']>
}

/** The refusal, explained: what it means, what in this request caused it, and the way out. */
export function Lesson({ walk, error }: LessonProps) {
  const { step, stepRun } = walk
  const exchange = stepRun.exchanges.at(-1)
  return (
    <>
      <Notice tone="bad" title={<code className="font-semibold">{error.code}</code>}>
        {error.description !== undefined && (
          <p>
            {words.said}: {error.description}
          </p>
        )}
        {exchange !== undefined && <Reason exchange={exchange} said={error.description} />}
      </Notice>
      <Heading>{words.lesson}</Heading>
      {step.kind === 'call' ? <Meaning walk={walk} error={error} /> : <PageLesson walk={walk} error={error} />}
    </>
  )
}

/** What the issuer keeps to itself, and tells those who run it. */
function Reason({ exchange, said }: { readonly exchange: number; readonly said: string | undefined }) {
  const reason = useCall('exchanges.get', { id: exchange }).value?.value.error?.reason
  if (reason === undefined || reason === said) return null
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
  const client = clients.find(({ client_id }) => client_id === run.choice.client_id)
  const lesson = explainAuthorizationError({
    error: error.code,
    ...readReason(step, error),
    endpoint: 'authorization',
    params: Object.fromEntries(sentWith(stepRun, steps, run.steps)),
    client: client as LessonClient | undefined,
    knownClients: clients as readonly ErrorInput['knownClients'][number][],
    screens: '',
  })
  // Below stands a link to the very exchange.
  const links = lesson.links.filter(({ href }) => href !== '/traffic' || stepRun.exchanges.length === 0)
  return <LessonText lesson={{ ...lesson, links }} />
}

/** What a page of the issuer was refused with is its own reason; what came back to the client is the protocol's. */
function readReason(step: Step, { description }: LessonProps['error']) {
  return step.kind === 'arrival' ? { description } : { description, reason: description }
}

/** Of an answer that came back: what the browser was sent with. */
function sentWith(stepRun: StepRun, steps: readonly Step[], runs: readonly StepRun[]) {
  const at = steps.findLastIndex(({ kind }, index) => kind === 'browser' && runs[index]?.draft !== undefined)
  const draft = stepRun.edited ?? stepRun.draft ?? runs[at]?.edited ?? runs[at]?.draft
  return draft === undefined ? [] : readParameters(draft)
}

function LessonText({ lesson }: { readonly lesson: ErrorLesson }) {
  const { title, summary, why, fixes, specs, links, comparison } = lesson
  return (
    <>
      <p className="font-medium">{title}</p>
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
