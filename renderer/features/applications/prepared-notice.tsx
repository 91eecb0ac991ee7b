import { useState } from 'react'

import type { ClientView } from '#shared/contract/calls/clients.ts'
import type { Bridge } from '#shared/frames/connect-frames.ts'

import { Button } from '../../components/button.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { Notice } from '../../components/notice.tsx'
import { parseError } from '../../stores/error-shape.ts'
import type { Stores } from '../../stores/stores.ts'
import { useBridge, useShell, useStores } from '../../stores/use-stores.tsx'
import { clientName } from '../common/client-name.ts'
import { replaceParameter, useQuery } from '../common/use-address.ts'
import { useProgram } from '../common/use-program.ts'
import { patchClientCommand } from './call-management.ts'
import { type PreparedChange, readPreparedChange } from './prepared-change.ts'
import { TEXT } from './text.ts'

const words = TEXT.prepared

/** A change that the address brought along: shown, and made only when the person says so. */
export function PreparedNotice({ client }: { readonly client: ClientView }) {
  const prepared = readPreparedChange(useQuery(), client)
  if (prepared === undefined) return null
  return <Prepared client={client} name={clientName(client)} prepared={prepared} />
}

interface PreparedProps {
  readonly client: ClientView
  readonly name: string
  readonly prepared: PreparedChange
}

function Prepared({ client, name, prepared }: PreparedProps) {
  const { member, value, isThere, parameter } = prepared
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const bridge = useBridge()
  const stores = useStores()
  const leave = () => replaceParameter(parameter, undefined)

  async function add(): Promise<void> {
    setBusy(true)
    setError(await addPrepared({ bridge, stores, client_id: client.client_id, name, prepared }))
    setBusy(false)
  }

  return (
    <Notice
      tone={isThere ? 'good' : 'accent'}
      className="m-3.5"
      title={words.title(name, member)}
      action={
        <>
          {!isThere && (
            <Button variant="primary" isBusy={isBusy} onClick={() => void add()}>
              {words.add}
            </Button>
          )}
          <Button onClick={leave}>{words.dismiss}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-2">
        <p>{isThere ? words.there(member) : words.text}</p>
        <CodeBlock code={value} label="value" />
        {error !== undefined && (
          <p role="alert" className="text-bad">
            {words.failed} {error}
          </p>
        )}
        {!isThere && <ByHand client={client} prepared={prepared} />}
      </div>
    </Notice>
  )
}

/** The desktop app prints no token, so there only the button can do it. */
function ByHand({ client, prepared }: Omit<PreparedProps, 'name'>) {
  const program = useProgram()
  const isHeadless = useShell(({ value }) => value?.kind === 'headless')
  if (program === undefined || !isHeadless) return null
  return (
    <>
      <p>{words.or}</p>
      <CodeBlock
        language="shell"
        label={words.call}
        code={patchClientCommand(program.api, client.client_id, prepared.changes)}
      />
    </>
  )
}

interface Addition {
  readonly bridge: Bridge
  readonly stores: Stores
  readonly client_id: string
  readonly name: string
  readonly prepared: PreparedChange
}

/** Gives what went wrong, in words. */
async function addPrepared({ bridge, stores, client_id, name, prepared }: Addition): Promise<string | undefined> {
  const { show } = stores.toasts.getState()
  try {
    const { version } = await bridge.call('clients.change', { client_id, changes: prepared.changes })
    const undo = () => takeBack({ bridge, stores, client_id, name, prepared }, version)
    show({ text: words.added(name, prepared.member), tone: 'good', undo })
    return undefined
  } catch (error) {
    return parseError(error).message
  }
}

async function takeBack({ bridge, stores, client_id, prepared }: Addition, version: string): Promise<void> {
  const { show } = stores.toasts.getState()
  try {
    await bridge.call('clients.change', { client_id, changes: prepared.undo, ifVersion: [version] })
    show({ text: words.undone, tone: 'good' })
  } catch (error) {
    show({ text: words.undoFailed(parseError(error).message), tone: 'bad' })
  }
}
