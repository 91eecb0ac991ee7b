import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import type { Members } from '#shared/json/list-differences.ts'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Notice } from '../../../components/notice.tsx'
import { apiAddress } from '../../../frame/addresses.ts'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { FormField } from '../../common/edit/fields/form-field.tsx'
import { NO_PROBLEMS, readProblems } from '../../common/edit/problems.ts'
import { prepareUndo } from '../../common/edit/undo-change.ts'
import { useKeptDraft } from '../../common/edit/use-kept-draft.ts'
import { TEXT } from '../text.ts'
import { scopesOf, withoutBlankScopes } from './edit-tab.tsx'
import { IDENTIFIER_FIELD, NAME_FIELD, TOKEN_FIELDS } from './fields.ts'
import { ScopeRows } from './scope-rows.tsx'

const words = TEXT.edit
const FIELDS = [IDENTIFIER_FIELD, NAME_FIELD, ...TOKEN_FIELDS.slice(0, 1)]
const FIRST: Members = { tokenFormat: 'jwt', scopes: [{ name: '' }] }

export function CreateApi() {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const draft = useKeptDraft('new api', { label: words.fresh, address: '/apis/new' }, FIRST)
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [isBusy, setBusy] = useState(false)
  const wrong = problems.besides([...FIELDS.map(({ member }) => member), 'scopes'])

  function change(next: Members): void {
    setProblems(NO_PROBLEMS)
    draft.change(next)
  }

  async function create(): Promise<void> {
    setBusy(true)
    try {
      // What is no API is said by the call, with the field that is wrong.
      const api = withoutBlankScopes(draft.value) as { readonly identifier: string }
      const { value } = await bridge.call('apis.create', { api })
      draft.drop()
      const undo = await prepareUndo(bridge, 'apis', value.identifier)
      show({ text: words.created(value.name), tone: 'good', ...(undo && { undo }) })
      navigate(apiAddress(value.identifier), { replace: true })
    } catch (error) {
      setProblems(readProblems(parseError(error)))
      setBusy(false)
    }
  }

  return (
    <Card className="flex-1 overflow-auto" title={words.createTitle}>
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
        <ScopeRows
          scopes={scopesOf(draft.value)}
          error={problems.at('scopes')}
          onChange={(scopes) => change({ ...draft.value, scopes })}
        />
        {wrong.length > 0 && (
          <div role="alert">
            <Notice tone="bad" title={words.notCreated}>
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
