import { useState } from 'react'

import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { parseError } from '../../stores/error-shape.ts'
import type { ScenarioView } from '../../stores/stores.ts'
import { useApis, useClients, useScenarios, useUsers } from '../../stores/use-stores.tsx'
import type { Frame } from '../commands/command.ts'
import { useFrame } from '../commands/use-frame.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.scenarios

/** Asks first, since it undoes what somebody may have changed on purpose. */
export function LoadScenario({ id }: { readonly id: string }) {
  const frame = useFrame()
  const [isBusy, setBusy] = useState(false)
  const scenario = useScenarios(({ items }) => items.find((item) => item.id === id))
  const { close } = frame.store.getState()
  if (!scenario) return null

  async function confirm(chosen: ScenarioView): Promise<void> {
    setBusy(true)
    await loadScenario(frame, chosen)
    close()
  }

  return (
    <ConfirmDialog
      isOpen
      isBusy={isBusy}
      title={words.ask(scenario.title)}
      text={<Contents scenario={scenario} />}
      confirmLabel={words.confirm}
      onConfirm={() => void confirm(scenario)}
      onCancel={close}
    />
  )
}

async function loadScenario({ bridge, stores }: Frame, { id, title }: ScenarioView): Promise<void> {
  const { show } = stores.toasts.getState()
  try {
    await bridge.call('scenarios.load', { id })
    show({ text: words.done(title), tone: 'good' })
  } catch (error) {
    show({ text: words.failed(title, parseError(error).message), tone: 'bad' })
  }
}

function Contents({ scenario }: { readonly scenario: ScenarioView }) {
  const clients = useClients(({ items }) => items)
  const apis = useApis(({ items }) => items)
  const users = useUsers(({ items }) => items)
  const clientName = (id: string) => clients.find(({ client_id }) => client_id === id)?.['client_name']
  const apiName = (id: string) => apis.find(({ identifier }) => identifier === id)?.name
  const userName = (id: string) => users.find(({ username }) => username === id)?.claims['name']

  return (
    <>
      {words.putsBack}
      <span className="my-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <Line title={words.applications} ids={scenario.clients} nameOf={clientName} />
        <Line title={words.apis} ids={scenario.apis} nameOf={apiName} />
        <Line title={words.users} ids={scenario.users} nameOf={userName} />
      </span>
      {words.lost}
    </>
  )
}

interface LineProps {
  readonly title: string
  readonly ids: readonly string[]
  /** What has been deleted has no name here any more; its id says enough. */
  readonly nameOf: (id: string) => unknown
}

function Line({ title, ids, nameOf }: LineProps) {
  if (ids.length === 0) return null
  const names = ids.map((id) => {
    const name = nameOf(id)
    return typeof name === 'string' ? name : id
  })
  return (
    <>
      <span className="text-ink-3">{title}</span>
      <span className="text-ink">{names.join(', ')}</span>
    </>
  )
}
