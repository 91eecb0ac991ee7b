import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import type { Members } from '#shared/json/list-differences.ts'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Notice } from '../../../components/notice.tsx'
import { userAddress } from '../../../frame/addresses.ts'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import type { FieldSpec } from '../../common/edit/fields/field-spec.ts'
import { FormField } from '../../common/edit/fields/form-field.tsx'
import { NO_PROBLEMS, readProblems } from '../../common/edit/problems.ts'
import { prepareUndo } from '../../common/edit/undo-change.ts'
import { useKeptDraft } from '../../common/edit/use-kept-draft.ts'
import { TEXT } from '../text.ts'

const words = TEXT.create

const FIELDS: readonly FieldSpec[] = [
  { member: 'username', kind: 'text', label: TEXT.username, hint: words.usernameHint, placeholder: 'erin' },
  { member: 'password', kind: 'text', label: TEXT.password, hint: words.passwordHint },
  { member: 'claims.name', kind: 'text', isProse: true, label: words.name, hint: words.nameHint, placeholder: 'Erin' },
  { member: 'claims.email', kind: 'text', label: words.email, hint: words.emailHint, placeholder: 'erin@example.test' },
]

export function CreateUser() {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const draft = useKeptDraft('new user', { label: words.draft, address: '/users/new' }, {})
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [isBusy, setBusy] = useState(false)
  const wrong = problems.besides(FIELDS.map(({ member }) => member))

  function change(next: Members): void {
    setProblems(NO_PROBLEMS)
    draft.change(next)
  }

  async function create(): Promise<void> {
    setBusy(true)
    try {
      // What is no user is said by the call, with the field that is wrong.
      const user = { username: '', ...draft.value } as { readonly username: string }
      const { value } = await bridge.call('users.create', { user })
      draft.drop()
      const undo = await prepareUndo(bridge, 'users', value.username)
      show({ text: words.created(value.username), tone: 'good', ...(undo && { undo }) })
      navigate(`${userAddress(value.username)}?tab=edit`, { replace: true })
    } catch (error) {
      setProblems(readProblems(parseError(error)))
      setBusy(false)
    }
  }

  return (
    <Card className="flex-1 overflow-auto" title={words.title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        {FIELDS.map((spec) => (
          <FormField key={spec.member} spec={spec} value={draft.value} problems={problems} onChange={change} />
        ))}
        {wrong.length > 0 && (
          <div role="alert">
            <Notice tone="bad" title={words.failed}>
              {wrong.map((message) => (
                <p key={message}>{message}</p>
              ))}
            </Notice>
          </div>
        )}
        <div>
          <Button type="submit" variant="primary" isBusy={isBusy}>
            {words.create}
          </Button>
        </div>
      </form>
    </Card>
  )
}
