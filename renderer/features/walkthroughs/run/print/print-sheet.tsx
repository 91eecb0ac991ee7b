import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'

import { RichText } from '../../../../components/rich-text.tsx'
import { SequenceDiagram } from '../../../../components/sequence/sequence-diagram.tsx'
import { TEXT } from '../text.ts'
import { useSequence } from '../use-sequence.ts'
import type { Walk } from '../walk.ts'

const words = TEXT.print

/** The diagram and the steps on paper, and nothing of what stands around them on the screen. */
export function PrintSheet({ walk }: { readonly walk: Walk }) {
  const isPrinting = useIsPrinting()
  return isPrinting && createPortal(<Sheet walk={walk} />, document.body)
}

function Sheet({ walk }: { readonly walk: Walk }) {
  const { flow, steps, run, parties } = walk
  const sequence = useSequence(walk)
  return (
    // Paper is white, whatever the screen is.
    <article data-theme="light" data-print className="bg-panel text-ink">
      <h1 className="text-title font-bold">{flow.title}</h1>
      <p className="text-ink-2">{flow.summary}</p>
      <SequenceDiagram label={TEXT.diagram.title} {...sequence} className="my-4 [&_svg]:h-auto [&_svg]:max-w-full" />
      <ol className="flex flex-col gap-2.5">
        {steps.map((step, index) => (
          <li key={step.id} className="grid break-inside-avoid grid-cols-[1.5rem_minmax(0,1fr)]">
            <span className="font-semibold text-ink-3">{index + 1}.</span>
            <div>
              <p>
                <b>{step.title}</b>{' '}
                <span className="text-ink-3">
                  {step.from === step.to
                    ? TEXT.steps.locally(parties[step.from])
                    : `${parties[step.from]} → ${parties[step.to]}`}
                  , {TEXT.steps[run.steps[index]?.state ?? 'coming']}
                </span>
              </p>
              <p className="text-ink-2">
                <RichText text={step.teach.what} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p className="mt-4 text-small text-ink-3">{words.foot(new Date(run.createdAt).toLocaleString())}</p>
    </article>
  )
}

/** It is there only while it is printed: on the screen it would be a second of everything. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const media = matchMedia('print')
    // The browser prints what is there when the event is over.
    const follow = (isOn: boolean) => flushSync(() => setPrinting(isOn))
    const begin = () => follow(true)
    const end = () => follow(false)
    const change = () => follow(media.matches)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    media.addEventListener('change', change)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
      media.removeEventListener('change', change)
    }
  }, [])
  return isPrinting
}
