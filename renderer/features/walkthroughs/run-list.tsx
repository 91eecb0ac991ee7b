import { Trash2 } from 'lucide-react'
import { Link } from 'wouter'

import { buildSteps, findFlow } from '#shared/flows/flows.ts'
import type { RunState, RunSummary } from '#shared/model/flow-run.ts'

import { Badge } from '../../components/badge.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import type { Tone } from '../../components/tone.ts'
import { runAddress } from '../../frame/addresses.ts'
import { parseError } from '../../stores/error-shape.ts'
import { useBridge, useStores } from '../../stores/use-stores.tsx'
import { formatMoment } from '../common/format-time.ts'
import { TEXT } from './text.ts'
import { useParties } from './use-parties.ts'

const words = TEXT.underWay

const TONES: Readonly<Record<RunState, Tone>> = {
  ready: 'accent',
  busy: 'accent',
  waiting: 'warn',
  done: 'good',
  stopped: 'bad',
  cancelled: 'neutral',
}

interface RunListProps {
  readonly label: string
  readonly runs: readonly RunSummary[]
  /** Where all of them are of one walkthrough, its name says nothing. */
  readonly isTitled?: boolean
}

export function RunList({ label, runs, isTitled = false }: RunListProps) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {runs.map((run) => (
        <RunRow key={run.id} run={run} isTitled={isTitled} />
      ))}
    </ul>
  )
}

function RunRow({ run, isTitled }: { readonly run: RunSummary; readonly isTitled: boolean }) {
  const { id, state, position, createdAt } = run
  const flow = findFlow(run.flow)
  const parties = useParties(run.choice)
  const title = flow?.title ?? run.flow
  const count = flow === undefined ? undefined : buildSteps(flow, run.choice).length
  return (
    <li className="flex items-center gap-2 pr-2 hover:bg-sunken">
      <Link
        href={runAddress(run.flow, id)}
        className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 px-3.5 py-2 focus-visible:-outline-offset-2"
      >
        <span className="font-medium">{isTitled ? title : parties.client}</span>
        <span className="text-small text-ink-2">
          {isTitled ? `${parties.client}, ` : ''}
          {parties.user}
        </span>
        <span className="ml-auto flex items-center gap-2 text-small text-ink-3">
          {count !== undefined && state !== 'done' && words.step(Math.min(position + 1, count), count)}
          <Badge tone={TONES[state]}>{TEXT.states[state]}</Badge>
          <time className="font-mono text-tiny" dateTime={new Date(createdAt).toISOString()}>
            {formatMoment(createdAt).slice(0, 16)}
          </time>
        </span>
      </Link>
      <Remove id={id} title={title} />
    </li>
  )
}

function Remove({ id, title }: { readonly id: string; readonly title: string }) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()

  async function remove(): Promise<void> {
    try {
      await bridge.call('runs.remove', { id })
    } catch (error) {
      show({ text: words.notRemoved(parseError(error).message), tone: 'bad' })
    }
  }

  return (
    <IconButton label={words.remove(title)} size="small" icon={<Trash2 aria-hidden />} onClick={() => void remove()} />
  )
}
