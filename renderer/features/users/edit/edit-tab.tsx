import { useState } from 'react'

import type { UserView } from '#shared/contract/calls/users.ts'
import { buildMergePatch } from '#shared/json/build-merge-patch.ts'
import type { Members } from '#shared/json/list-differences.ts'

import { Segmented } from '../../../components/segmented.tsx'
import { userAddress } from '../../../frame/addresses.ts'
import { useCall } from '../../../stores/use-call.ts'
import { useBridge } from '../../../stores/use-stores.tsx'
import { EditBar } from '../../common/edit/edit-bar.tsx'
import { useEdit, type Versioned } from '../../common/edit/use-edit.ts'
import { Gate } from '../../common/gate.tsx'
import { nameOf } from '../name-of.ts'
import { TEXT } from '../text.ts'
import { ClaimsForm, FORM_FIELDS } from './claims-form.tsx'
import { JsonView } from './json-view.tsx'
import { draftOf } from './user-draft.ts'

const words = TEXT.edit

export function EditTab({ user }: { readonly user: UserView }) {
  const { username } = user
  const state = useCall('users.get', { username }, ['users'])
  return (
    <Gate state={state} hasValue={state.value !== undefined} loading={words.loading} failed={words.failed}>
      {state.value !== undefined && (
        <Form stored={draftOf(state.value)} reload={state.load} username={username} name={nameOf(user)} />
      )}
    </Gate>
  )
}

interface FormProps {
  readonly stored: Versioned<Members>
  readonly reload: () => Promise<void>
  readonly username: string
  readonly name: string
}

function Form({ stored, reload, username, name }: FormProps) {
  const bridge = useBridge()
  const [view, setView] = useState<'form' | 'json'>('form')
  const edit = useEdit<Members>({
    kind: 'users',
    entity: username,
    label: name,
    address: `${userAddress(username)}?tab=edit`,
    stored,
    reload,
    save: (value, { base, version }) =>
      bridge.call('users.change', { username, changes: buildMergePatch(base, value), ifVersion: [version] }),
  })
  const { value, problems, replace } = edit
  return (
    <>
      <div className="border-b border-line px-3.5 py-2.5">
        <Segmented
          label={words.view}
          isLabelHidden
          value={view}
          options={[
            { value: 'form', label: words.form },
            { value: 'json', label: words.json },
          ]}
          onChange={setView}
        />
      </div>
      {view === 'form' ? (
        <ClaimsForm draft={value} problems={problems} onChange={replace} />
      ) : (
        <JsonView draft={value} error={problems.at('claims')} onChange={replace} />
      )}
      <EditBar edit={edit} fields={view === 'form' ? FORM_FIELDS : ['claims']} />
    </>
  )
}
