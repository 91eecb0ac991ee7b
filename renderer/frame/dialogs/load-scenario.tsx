import { useState } from 'react'

import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { loadScenario } from '../../features/common/changes/scenario/load-scenario.ts'
import { ScenarioChanges, ScenarioMode } from '../../features/common/changes/scenario/scenario-changes.tsx'
import type { ScenarioView } from '../../stores/stores.ts'
import { useApis, useClients, useScenarios, useUsers } from '../../stores/use-stores.tsx'
import { useFrame } from '../commands/use-frame.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.scenarios

/** Asks first, since it undoes what somebody may have changed on purpose. */
export function LoadScenario({ id }: { readonly id: string }) {
  const frame = useFrame()
  const [isBusy, setBusy] = useState(false)
  const scenario = useScenarios(({ items }) => items.find((item) => item.id === id))
  const { close } = frame.store.getState()
  const [chosen, setAlone] = useState<boolean>()
  if (!scenario) return null
  const alone = chosen ?? scenario.own

  async function confirm(loaded: ScenarioView): Promise<void> {
    setBusy(true)
    await loadScenario(frame, loaded, alone)
    close()
  }

  return (
    <ConfirmDialog
      isOpen
      isBusy={isBusy}
      title={words.ask(scenario.title)}
      text={<Contents scenario={scenario} alone={alone} />}
      confirmLabel={words.confirm}
      onConfirm={() => void confirm(scenario)}
      onCancel={close}
    >
      <div className="mt-2 flex flex-col gap-3">
        <ScenarioMode alone={alone} onChange={setAlone} />
        <div className="rounded-card border border-line">
          <ScenarioChanges scenario={scenario} alone={alone} />
        </div>
      </div>
    </ConfirmDialog>
  )
}

function Contents({ scenario, alone }: { readonly scenario: ScenarioView; readonly alone: boolean }) {
  const clients = useClients(({ items }) => items)
  const apis = useApis(({ items }) => items)
  const users = useUsers(({ items }) => items)
  const clientName = (id: string) => clients.find(({ client_id }) => client_id === id)?.['client_name']
  const apiName = (id: string) => apis.find(({ identifier }) => identifier === id)?.name
  const userName = (id: string) => users.find(({ username }) => username === id)?.claims['name']

  return (
    <>
      {scenario.own ? words.bringsBack : words.putsBack}
      <span className="my-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <Line title={words.applications} ids={scenario.clients} nameOf={clientName} />
        <Line title={words.apis} ids={scenario.apis} nameOf={apiName} />
        <Line title={words.users} ids={scenario.users} nameOf={userName} />
      </span>
      {alone ? words.allLost : words.lost}
    </>
  )
}

const MOST_NAMED = 20

interface LineProps {
  readonly title: string
  readonly ids: readonly string[]
  /** What has been deleted has no name here any more; its id says enough. */
  readonly nameOf: (id: string) => unknown
}

function Line({ title, ids, nameOf }: LineProps) {
  if (ids.length === 0) return null
  const names = ids.slice(0, MOST_NAMED).map((id) => {
    const name = nameOf(id)
    return typeof name === 'string' ? name : id
  })
  const more = ids.length > MOST_NAMED ? words.more(ids.length - MOST_NAMED) : ''
  return (
    <>
      <span className="text-ink-3">{title}</span>
      <span className="text-ink">
        {names.join(', ')}
        {more}
      </span>
    </>
  )
}
