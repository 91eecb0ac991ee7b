import { parseObject } from '#shared/flows/answer.ts'
import type { Answer } from '#shared/flows/flow.ts'

import { CodeBlock } from '../../../../components/code-block.tsx'
import { HttpMessage } from '../../../../components/http-message.tsx'
import { Notice } from '../../../../components/notice.tsx'
import { StatusBadge } from '../../../../components/status-badge.tsx'
import { Parameters } from '../../../common/parameters.tsx'
import { TEXT } from '../text.ts'
import { hasResult, type Walk } from '../walk.ts'
import { Checks } from './checks.tsx'
import { contextOfStep } from '#shared/flows/context-of-step.ts'
import { Exchanges } from './exchanges.tsx'
import { Learned } from './learned.tsx'
import { Lesson } from './lesson.tsx'
import { Remedies } from './remedies.tsx'
import { Since } from './since.tsx'
import { Blank, Heading, Panel } from './panel.tsx'

const words = TEXT.response

export function Response({ walk }: { readonly walk: Walk }) {
  const { step, stepRun } = walk
  const { answer, arrival, checks, learned, error, failure, again, state } = stepRun
  const canBePutRight = state === 'failed' && walk.isLive
  return (
    <Panel walk={walk}>
      {!hasResult(stepRun) && <Nothing walk={walk} />}
      {failure !== undefined && error === undefined && (
        <Notice tone="bad" title={words.failure}>
          {failure}
        </Notice>
      )}
      {error !== undefined && state === 'failed' && <Lesson walk={walk} error={error} />}
      {error !== undefined && canBePutRight && <Remedies walk={walk} />}
      {again !== undefined && (
        <Notice tone="accent">
          {again.reason} {words.again(again.after)}
        </Notice>
      )}
      {checks.length > 0 && <Checks checks={checks} />}
      {error === undefined && canBePutRight && <Remedies walk={walk} />}
      {answer !== undefined && <Answered walk={walk} answer={answer} />}
      {arrival !== undefined && step.kind === 'arrival' && (
        <>
          <Heading>{words.members}</Heading>
          <p className="text-small text-ink-2">{words.arrived[arrival.via]}.</p>
          <Parameters
            parameters={Object.entries(arrival.parameters).map(([name, value]) => ({ name, value }))}
            context={contextOfStep(step, undefined, 'response')}
          />
        </>
      )}
      {learned.length > 0 && (
        <>
          <Heading>{words.learned}</Heading>
          <Learned walk={walk} />
        </>
      )}
      <Exchanges ids={stepRun.exchanges} />
    </Panel>
  )
}

function Nothing({ walk: { step, stepRun, run } }: { readonly walk: Walk }) {
  if (stepRun.state === 'skipped') return <Blank title={words.skippedTitle}>{words.skipped}</Blank>
  const isWaiting = run.state === 'waiting' && stepRun.state === 'current'
  if (isWaiting) return <Blank title={words.comingTitle}>{words.waiting}</Blank>
  if (stepRun.state === 'done') {
    return (
      <Blank title={words.comingTitle}>
        {step.kind === 'browser' || step.kind === 'person' ? words.browser : words.nothing}
      </Blank>
    )
  }
  return <Blank title={words.comingTitle}>{words.coming}</Blank>
}

function Answered({ walk, answer }: { readonly walk: Walk; readonly answer: Answer }) {
  const { step, stepRun } = walk
  const members = parseObject(answer.body)
  const parameters = Object.entries(members ?? {}).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }))
  return (
    <>
      <Heading aside={<StatusBadge status={answer.status} />}>{words.members}</Heading>
      {parameters.length > 0 && (
        <Parameters
          parameters={parameters}
          context={contextOfStep(step, stepRun.edited ?? stepRun.draft, 'response')}
        />
      )}
      {parameters.length === 0 && <Body answer={answer} />}
      <Since walk={walk} half="response" />
      <details className="text-small">
        <summary className="w-fit rounded-sm font-semibold text-ink-2 hover:text-ink">{words.raw}</summary>
        <div className="mt-1.5">
          <HttpMessage
            kind="response"
            startLine={`HTTP/1.1 ${answer.status} ${answer.statusText}`.trimEnd()}
            headers={answer.headers}
            body={answer.body}
          />
        </div>
      </details>
    </>
  )
}

function Body({ answer }: { readonly answer: Answer }) {
  if (answer.body === '') return <p className="text-ink-3">{words.empty}</p>
  return <CodeBlock code={indent(answer.body)} copy={answer.body} label="answer" language="json" />
}

function indent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
