import { TriangleAlert } from 'lucide-react'

import { findLayer } from '#shared/flows/flows.ts'

import { ActorChip } from '../../../../components/actor-chip.tsx'
import { RichText } from '../../../../components/rich-text.tsx'
import { SpecLinks } from '../../../common/spec-links.tsx'
import { VerdictBadge } from '../../verdict-badge.tsx'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { Learned } from './learned.tsx'
import { Heading, Panel } from './panel.tsx'

const words = TEXT.explain

export function Explain({ walk }: { readonly walk: Walk }) {
  const { step, stepRun, flow, run, parties } = walk
  const { what, goesWrong, specs } = step.teach
  return (
    <Panel walk={walk}>
      <p className="flex flex-wrap items-center gap-x-2 text-small text-ink-2">
        <ActorChip actor={step.from} name={parties[step.from]} />
        {step.from !== step.to && (
          <>
            → <ActorChip actor={step.to} name={parties[step.to]} />
          </>
        )}
      </p>
      <p>
        <RichText text={what} />
      </p>
      {goesWrong !== undefined && (
        <div className="flex gap-2.5 rounded-card bg-warn-soft px-3 py-2.5">
          <TriangleAlert className="mt-px size-4 flex-none text-warn" aria-hidden />
          <div>
            <h3 className="font-semibold">{words.wrong}</h3>
            <p className="text-ink-2">
              <RichText text={goesWrong} />
            </p>
          </div>
        </div>
      )}
      {stepRun.learned.length > 0 && (
        <>
          <Heading>{words.learned}</Heading>
          <Learned walk={walk} />
        </>
      )}
      <Heading>{words.specs}</Heading>
      <p className="text-small">
        <SpecLinks specs={specs} />
      </p>
      <Heading aside={<VerdictBadge flow={flow} />}>{words.about}</Heading>
      <p className="text-small text-ink-2">
        <RichText text={flow.verdict.text} />
      </p>
      {run.choice.layers.length > 0 && (
        <ul aria-label={words.layers} className="flex flex-col gap-1 text-small text-ink-2">
          {run.choice.layers.map((id) => (
            <li key={id}>
              <b>{findLayer(id)?.title ?? id}</b>: {findLayer(id)?.summary}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
