import { useState } from 'react'
import { Link } from 'wouter'

import { Button } from '../../../../components/button.tsx'
import { buttonLook } from '../../../../components/button-look.ts'
import { applicationAddress, runAddress } from '../../../../frame/addresses.ts'
import { useFrame } from '../../../../frame/commands/use-frame.tsx'
import { parseError } from '../../../../stores/error-shape.ts'
import { useBridge, useClients, useStores } from '../../../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { listChanges } from '#shared/flows/draft-changes.ts'
import { listRemedies, type Remedy } from './list-remedies.ts'
import { Heading } from './panel.tsx'

const words = TEXT.remedies

/** What in this very walk caused it, and the buttons that put it right. */
export function Remedies({ walk }: { readonly walk: Walk }) {
  const { run, steps, index } = walk
  const client = useClients(({ items }) => items.find(({ client_id }) => client_id === run.choice.client_id))
  const allowed = typeof client?.['scope'] === 'string' ? client['scope'] : undefined
  const [first, ...others] = listRemedies({ run, steps, index, allowed })
  const cause = explainCause(walk, first)
  if (first === undefined) return null
  return (
    <section aria-label={words.title} className="flex min-w-0 flex-col gap-2">
      <Heading>{words.title}</Heading>
      {cause !== undefined && <p className="text-ink-2">{cause}</p>}
      <p className="flex flex-wrap gap-2">
        <RemedyButton walk={walk} remedy={first} isFirst />
        {others.map((remedy) => (
          <RemedyButton key={remedy.kind} walk={walk} remedy={remedy} />
        ))}
      </p>
    </section>
  )
}

function explainCause({ run, parties }: Walk, remedy: Remedy | undefined): string | undefined {
  switch (remedy?.kind) {
    case 'putBack':
      return words.changedHere(listChangedNames(run.steps.find(({ id }) => id === remedy.step)))
    case 'putBackEarlier':
      return words.changedBefore(remedy.index + 1, listChangedNames(run.steps[remedy.index]))
    case 'addScope':
      return words.notAskedFor(remedy.missing)
    case 'openScopes':
      return words.notAllowed(parties.client, remedy.missing)
    case 'askAgain':
      return words.upToUser(parties.user)
    case 'walkHere':
      return words.usedUp
    case 'takeAgain':
    case undefined:
      return undefined
  }
}

function listChangedNames(stepRun: Walk['stepRun'] | undefined): readonly string[] {
  const { draft, edited } = stepRun ?? {}
  return draft === undefined || edited === undefined ? [] : listChanges(draft, edited).map(({ name }) => name)
}

interface RemedyButtonProps {
  readonly walk: Walk
  readonly remedy: Remedy
  readonly isFirst?: boolean
}

function RemedyButton({ walk, remedy, isFirst = false }: RemedyButtonProps) {
  const { parties, deeds } = walk
  const act = useRemedy(walk)
  const [isBusy, setBusy] = useState(false)
  if (remedy.kind === 'openScopes') {
    return (
      <Link href={`${applicationAddress(remedy.client_id)}?tab=scopes`} className={buttonLook()}>
        {words.openScopes(parties.client)}
      </Link>
    )
  }
  return (
    <Button
      variant={isFirst ? 'primary' : 'secondary'}
      isBusy={isBusy || deeds.isBusy}
      onClick={() => {
        setBusy(true)
        void act(remedy).finally(() => setBusy(false))
      }}
    >
      {labelOf(walk, remedy)}
    </Button>
  )
}

function labelOf({ parties }: Walk, remedy: Exclude<Remedy, { kind: 'openScopes' }>): string {
  switch (remedy.kind) {
    case 'putBack':
      return TEXT.request.putBack
    case 'putBackEarlier':
      return words.putBackEarlier(remedy.index + 1)
    case 'askAgain':
      return words.askAgain(parties.user)
    case 'addScope':
      return words.addScope(remedy.missing)
    case 'takeAgain':
      return TEXT.foot.again
    case 'walkHere':
      return words.walkHere
  }
}

/** What the button does; the screen is then where the walk is. */
function useRemedy({ flow, deeds, select, show }: Walk): (remedy: Remedy) => Promise<void> {
  const bridge = useBridge()
  const { go } = useFrame()
  const toasts = useStores().toasts.getState()

  async function askForMore(choice: Extract<Remedy, { kind: 'addScope' }>['choice']): Promise<void> {
    const { scope, layers, ...rest } = choice
    try {
      const input = { flow: flow.id, choice: { ...rest, scope: [...scope], layers: [...layers] } }
      const { id } = await bridge.call('runs.create', input)
      go(runAddress(flow.id, id))
    } catch (error) {
      toasts.show({ text: TEXT.foot.trouble(parseError(error).message), tone: 'bad' })
    }
  }

  return async (remedy) => {
    switch (remedy.kind) {
      case 'putBack':
        await deeds.putBack(remedy.step)
        return show('request')
      case 'putBackEarlier':
        await deeds.putBack(remedy.step)
        await deeds.sendAgain(remedy.step)
        return select(undefined)
      case 'askAgain':
        await deeds.sendAgain(remedy.step)
        return select(undefined)
      case 'takeAgain':
        await deeds.next()
        return select(undefined)
      case 'walkHere':
        await deeds.restart()
        await deeds.runTo(remedy.step)
        return select(undefined)
      case 'addScope':
        return askForMore(remedy.choice)
      case 'openScopes':
        return undefined
    }
  }
}
