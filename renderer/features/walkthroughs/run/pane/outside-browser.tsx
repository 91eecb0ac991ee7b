import { ExternalLink, Globe } from 'lucide-react'
import { type FormEvent, useState } from 'react'

import { buttonLook } from '../../../../components/button-look.ts'
import { Button } from '../../../../components/button.tsx'
import { EmptyState } from '../../../../components/empty-state.tsx'
import { TextField } from '../../../../components/text-field.tsx'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { PageAddress } from './page-address.tsx'
import type { OpenVisit } from './use-visit.ts'

const words = TEXT.pane

interface OutsideBrowserProps {
  readonly visit: OpenVisit
  readonly walk: Walk
}

/**
 * Another issuer's pages have a tab of their own, which knows nothing of this one: most of them may be shown in no
 * frame, and what a stranger's page can reach it may move.
 */
export function OutsideBrowser({ visit: { address, isOver }, walk }: OutsideBrowserProps) {
  const { run, steps, parties } = walk
  const comesBack = steps.slice(run.position).some(({ kind }) => kind === 'arrival')
  if (isOver) {
    return (
      <>
        <Bar address={address} />
        <EmptyState icon={<Globe />} title={words.over} text={words.overText} />
      </>
    )
  }
  return (
    <>
      <Bar address={address} />
      <div className="min-h-0 flex-1 overflow-auto">
        <EmptyState
          icon={<Globe />}
          title={words.away(parties.issuer)}
          text={comesBack ? words.awayText : words.awayNoReturn}
          action={
            <a href={address} target="_blank" rel="noopener noreferrer" className={buttonLook('primary')}>
              <ExternalLink aria-hidden />
              {words.open(parties.issuer)}
            </a>
          }
        />
        {comesBack && <PastedArrival walk={walk} />}
      </div>
    </>
  )
}

function Bar({ address }: { readonly address: string }) {
  return (
    <div className="flex flex-none items-center gap-1.5 border-b border-line bg-sunken px-2 py-1.5">
      <PageAddress address={address} />
    </div>
  )
}

/** What stays in a browser, or comes to one elsewhere, a person can bring. */
function PastedArrival({ walk: { deeds } }: Pick<OutsideBrowserProps, 'walk'>) {
  const [pasted, setPasted] = useState('')

  function take(event: FormEvent): void {
    event.preventDefault()
    void deeds.arrive(pasted.trim())
  }

  return (
    <form onSubmit={take} className="flex flex-wrap items-start gap-2 border-t border-line px-3.5 py-3" noValidate>
      <TextField
        label={words.pasted}
        hint={words.pastedHint}
        mono
        className="flex-1 basis-56"
        value={pasted}
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      <Button type="submit" className="mt-6" disabled={pasted.trim() === ''}>
        {words.paste}
      </Button>
    </form>
  )
}
