import type { ClientView } from '#shared/contract/calls/clients.ts'
import { buildMergePatch } from '#shared/json/build-merge-patch.ts'
import type { Members } from '#shared/json/list-differences.ts'

import { Loading } from '../../../components/loading.tsx'
import { applicationAddress } from '../../../frame/addresses.ts'
import { useCall } from '../../../stores/use-call.ts'
import { useApis, useBridge } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { EditBar } from '../../common/edit/edit-bar.tsx'
import { FormGroups, membersOf } from '../../common/edit/fields/form-groups.tsx'
import { useEdit, type Versioned } from '../../common/edit/use-edit.ts'
import { Gate } from '../../common/gate.tsx'
import { listOf } from '../prepared-change.ts'
import { TEXT } from '../text.ts'
import { buildGroups, OTHER_FIELDS } from './groups.ts'
import { KeyMaker } from './key-maker.tsx'
import { ScopeField } from '../scope-field.tsx'
import { withoutBlanks } from '../without-blanks.ts'

const OPEN_AT_FIRST = ['about', 'addresses']

export function EditTab({ client }: { readonly client: ClientView }) {
  const { client_id } = client
  const state = useCall('clients.get', { client_id }, ['clients'])
  return (
    <Gate state={state} hasValue={state.value !== undefined} loading={TEXT.form.loading} failed={TEXT.form.failed}>
      {state.value === undefined ? (
        <Loading label={TEXT.form.loading} />
      ) : (
        <Form stored={metadataOf(state.value)} reload={state.load} name={clientName(client)} />
      )}
    </Gate>
  )
}

interface FormProps {
  readonly stored: Versioned<Members>
  readonly reload: () => Promise<void>
  readonly name: string
}

function Form({ stored, reload, name }: FormProps) {
  const bridge = useBridge()
  const apis = useApis(({ items }) => items)
  const client_id = String(stored.value['client_id'])
  const edit = useEdit<Members>({
    kind: 'clients',
    entity: client_id,
    label: name,
    address: `${applicationAddress(client_id)}?tab=edit`,
    stored,
    reload,
    save: (value, { base, version }) =>
      bridge.call('clients.change', {
        client_id,
        changes: buildMergePatch(base, withoutBlanks(value)),
        ifVersion: [version],
      }),
  })
  const { value, problems, set, replace } = edit
  const groups = buildGroups({
    apis: apis.map(({ identifier, name: label }) => ({ value: identifier, label })),
    redirects: listOf(value, 'redirect_uris'),
    isNative: value['application_type'] === 'native',
  })
  return (
    <>
      <FormGroups
        groups={groups}
        openAtFirst={OPEN_AT_FIRST}
        value={value}
        problems={problems}
        onChange={replace}
        extras={{
          proof: <KeyMaker onMade={addKey} />,
          permissions: (
            <ScopeField
              scope={typeof value['scope'] === 'string' ? value['scope'] : undefined}
              error={problems.at('scope')}
              onChange={(scope) => set({ scope })}
            />
          ),
        }}
      />
      <EditBar edit={edit} fields={[...membersOf(groups), ...OTHER_FIELDS]} />
    </>
  )

  function addKey(publicJwk: object): void {
    const { keys } = (value['jwks'] ?? {}) as { readonly keys?: readonly unknown[] }
    set({ jwks: { keys: [...(keys ?? []), publicJwk] }, token_endpoint_auth_method: 'private_key_jwt' })
  }
}

function metadataOf({ version, value }: { readonly version: string; readonly value: ClientView }): Versioned<Members> {
  const { meta: _meta, ...metadata } = value
  return { version, value: metadata }
}
