import { buildMergePatch } from '#shared/json/build-merge-patch.ts'
import type { Members } from '#shared/json/list-differences.ts'

import { apiAddress } from '../../../frame/addresses.ts'
import type { ApiView } from '../../../stores/stores.ts'
import { useCall } from '../../../stores/use-call.ts'
import { useBridge } from '../../../stores/use-stores.tsx'
import { EditBar } from '../../common/edit/edit-bar.tsx'
import { FormField } from '../../common/edit/fields/form-field.tsx'
import { useEdit, type Versioned } from '../../common/edit/use-edit.ts'
import { Gate } from '../../common/gate.tsx'
import { TEXT } from '../text.ts'
import { NAME_FIELD, TOKEN_FIELDS } from './fields.ts'
import { type EditedScope, ScopeRows } from './scope-rows.tsx'

const FIELDS = [NAME_FIELD, ...TOKEN_FIELDS]

export function EditTab({ api: { identifier } }: { readonly api: ApiView }) {
  const state = useCall('apis.get', { identifier }, ['apis', 'settings'])
  return (
    <Gate state={state} hasValue={state.value !== undefined} loading={TEXT.edit.loading} failed={TEXT.edit.failed}>
      {state.value !== undefined && <Form stored={state.value} reload={state.load} />}
    </Gate>
  )
}

function Form({ stored, reload }: { readonly stored: Versioned<ApiView>; readonly reload: () => Promise<void> }) {
  const bridge = useBridge()
  const { identifier, name } = stored.value
  const edit = useEdit<Members>({
    kind: 'apis',
    entity: identifier,
    label: name,
    address: `${apiAddress(identifier)}?tab=edit`,
    stored,
    reload,
    save: (value, { base, version }) =>
      bridge.call('apis.change', {
        identifier,
        changes: buildMergePatch(base, withoutBlankScopes(value)),
        ifVersion: [version],
      }),
  })
  const { value, problems, replace, set } = edit
  return (
    <>
      <div className="flex flex-col gap-4 p-3.5">
        {FIELDS.map((spec) => (
          <FormField key={spec.member} spec={spec} value={value} problems={problems} onChange={replace} />
        ))}
        <ScopeRows scopes={scopesOf(value)} error={problems.at('scopes')} onChange={(scopes) => set({ scopes })} />
      </div>
      <EditBar edit={edit} fields={[...FIELDS.map(({ member }) => member), 'scopes']} />
    </>
  )
}

export function scopesOf({ scopes }: Members): readonly EditedScope[] {
  return Array.isArray(scopes) ? (scopes as readonly EditedScope[]) : []
}

export function withoutBlankScopes(value: Members): Members {
  return { ...value, scopes: scopesOf(value).filter(({ name }) => name !== '') }
}
