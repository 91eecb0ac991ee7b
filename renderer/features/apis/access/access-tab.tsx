import { useState } from 'react'

import type { ClientView } from '#shared/contract/calls/clients.ts'
import { OIDC_SCOPES, splitScope } from '#shared/oauth/scope.ts'

import { Badge } from '../../../components/badge.tsx'
import { Button } from '../../../components/button.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { Switch } from '../../../components/switch.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { applicationAddress } from '../../../frame/addresses.ts'
import { parseError } from '../../../stores/error-shape.ts'
import type { ApiView } from '../../../stores/stores.ts'
import { useApis, useBridge, useClients, useStores } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { prepareUndo } from '../../common/edit/undo-change.ts'
import { TextLink } from '../../common/text-link.tsx'
import { TEXT } from '../text.ts'
import { listAccess } from './list-access.ts'
import { withScope } from './with-scope.ts'

const words = TEXT.access
/** More of them nobody reads; who looks for one types its name. */
const MOST_SHOWN = 50

/** Which application may ask for which scope of the API: what each is registered for, side by side. */
export function AccessTab({ api }: { readonly api: ApiView }) {
  const clients = useClients(({ items }) => items)
  const [filter, setFilter] = useState('')
  const [isAll, setAll] = useState(false)
  if (api.scopes.length === 0) return <p className="p-3.5 text-ink-2">{words.noScopes}</p>
  const rows = listAccess(clients, api, { filter, isAll })
  return (
    <div className="flex flex-col gap-3 p-3.5">
      <p className="text-ink-2">{words.intro}</p>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <TextField
          label={words.filter}
          value={filter}
          onChange={({ currentTarget }) => setFilter(currentTarget.value)}
          className="min-w-44 flex-1"
        />
        <Switch label={words.all} checked={isAll} onChange={setAll} />
      </div>
      {rows.length === 0 && <p className="text-ink-2">{filter === '' ? words.nobody : words.noneFits}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {rows.slice(0, MOST_SHOWN).map((client) => (
          <Row key={client.client_id} client={client} api={api} />
        ))}
      </ul>
      {rows.length > MOST_SHOWN && <p className="text-small text-ink-3">{words.more(rows.length - MOST_SHOWN)}</p>}
    </div>
  )
}

function Row({ client, api }: { readonly client: ClientView; readonly api: ApiView }) {
  const bridge = useBridge()
  const apis = useApis(({ items }) => items)
  const { show } = useStores().toasts.getState()
  const [isBusy, setBusy] = useState(false)
  const { client_id } = client
  const name = clientName(client)
  const { scope } = client
  const chosen = splitScope(scope)

  /** From what is stored now, which may be newer than what is shown. */
  async function change(next: (scope: readonly string[]) => string, text: string): Promise<void> {
    setBusy(true)
    try {
      const { version, value } = await bridge.call('clients.get', { client_id })
      const changes = { scope: next(splitScope(value['scope'])) }
      await bridge.call('clients.change', { client_id, changes, ifVersion: [version] })
      const undo = await prepareUndo(bridge, 'clients', client_id)
      show({ text, tone: 'good', ...(undo && { undo }) })
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }

  const everything = [...new Set([...OIDC_SCOPES, ...apis.flatMap(({ scopes }) => scopes.map((one) => one.name))])]
  return (
    <li>
      <fieldset className="py-2.5" disabled={isBusy}>
        <legend className="float-left mb-1.5 w-full">
          <TextLink href={applicationAddress(client_id)} className="font-semibold">
            {name}
          </TextLink>
        </legend>
        <div className="clear-both">
          {scope === undefined ? (
            <div className="flex flex-wrap items-center gap-2 text-small text-ink-2">
              <Badge>{words.any}</Badge>
              {words.anyText}
              <Button size="small" onClick={() => void change(() => everything.join(' '), words.named(name))}>
                {words.name}
              </Button>
            </div>
          ) : (
            <div className="grid grid-cols-[repeat(auto-fill,minmax(min(11rem,100%),1fr))] gap-x-3 gap-y-1.5">
              {api.scopes.map((one) => (
                <Checkbox
                  key={one.name}
                  label={<code className="text-small">{one.name}</code>}
                  checked={chosen.includes(one.name)}
                  onChange={(isOn) =>
                    void change(
                      (scope) => withScope(scope, one.name, isOn),
                      isOn ? words.given(name, one.name) : words.taken(name, one.name),
                    )
                  }
                />
              ))}
            </div>
          )}
        </div>
      </fieldset>
    </li>
  )
}
