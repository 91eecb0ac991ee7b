import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-browser-location'

import type { Members } from '#shared/json/list-differences.ts'

import { buttonLook } from '../../../components/button-look.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Notice } from '../../../components/notice.tsx'
import { applicationAddress } from '../../../frame/addresses.ts'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { FormField } from '../../common/edit/fields/form-field.tsx'
import type { FieldSpec } from '../../common/edit/fields/field-spec.ts'
import { NO_PROBLEMS, readProblems } from '../../common/edit/problems.ts'
import { prepareUndo } from '../../common/edit/undo-change.ts'
import { useKeptDraft } from '../../common/edit/use-kept-draft.ts'
import { adviseRedirect } from '../advise-redirect.ts'
import { keepMadeSecret } from '../made-secrets.ts'
import { ScopeField } from '../scope-field.tsx'
import { withoutBlanks } from '../without-blanks.ts'
import { listOf } from '../prepared-change.ts'
import { TEXT } from '../text.ts'
import type { Kind } from './kinds.ts'

const words = TEXT.create

/** The second: what only the person can know. All the rest has sound values, and says why. */
export function CreateForm({ kind }: { readonly kind: Kind }) {
  const bridge = useBridge()
  const { toasts } = useStores()
  const address = `/applications/new?kind=${kind.id}`
  const draft = useKeptDraft(`new client ${kind.id}`, { label: words.label, address }, firstValue(kind))
  const { value } = draft
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [isBusy, setBusy] = useState(false)
  const fields = fieldsOf(kind, value)

  function change(next: Members): void {
    setProblems(NO_PROBLEMS)
    draft.change(next)
  }

  async function create(): Promise<void> {
    setBusy(true)
    try {
      const { value: made } = await bridge.call('clients.create', { client: withoutBlanks(value) })
      keepMadeSecret(made.client_id, made.client_secret)
      draft.drop()
      const undo = await prepareUndo(bridge, 'clients', made.client_id)
      toasts.getState().show({ text: words.created(made.client_id), tone: 'good', ...(undo && { undo }) })
      navigate(applicationAddress(made.client_id), { replace: true })
    } catch (error) {
      setProblems(readProblems(parseError(error)))
      setBusy(false)
    }
  }

  const wrong = problems.besides([...fields.map(({ member }) => member), 'scope'])
  return (
    <Card className="flex-1 overflow-auto" title={kind.title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        {fields.map((spec) => (
          <FormField key={spec.member} spec={spec} value={value} problems={problems} onChange={change} />
        ))}
        <ScopeField
          scope={typeof value['scope'] === 'string' ? value['scope'] : undefined}
          error={problems.at('scope')}
          onChange={(scope) => {
            const { scope: _scope, ...rest } = value
            change(scope === undefined ? rest : { ...rest, scope })
          }}
        />
        <Reasons kind={kind} />
        {wrong.length > 0 && (
          <div role="alert">
            <Notice tone="bad" title={words.failed}>
              {wrong.map((message) => (
                <p key={message}>{message}</p>
              ))}
            </Notice>
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isBusy={isBusy}>
            {words.create}
          </Button>
          <Link href="/applications/new" className={buttonLook()}>
            {words.other}
          </Link>
        </div>
      </form>
    </Card>
  )
}

function Reasons({ kind: { reasons } }: { readonly kind: Kind }) {
  return (
    <section aria-label={words.reasons} className="rounded-card bg-sunken px-3 py-2.5">
      <h3 className="mb-1 text-small font-semibold">{words.reasons}</h3>
      <ul className="flex flex-col gap-1">
        {reasons.map((reason) => (
          <li key={reason} className="flex gap-2 text-ink-2">
            <CircleCheck className="mt-0.5 size-4 flex-none text-good" aria-hidden />
            {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}

function firstValue({ metadata, redirect, id }: Kind): Members {
  return {
    ...metadata,
    ...(redirect !== undefined && { redirect_uris: [redirect] }),
    ...(id !== 'service' && { scope: 'openid profile email offline_access' }),
  }
}

function fieldsOf({ redirect, metadata }: Kind, value: Members): readonly FieldSpec[] {
  const redirects = listOf(value, 'redirect_uris')
  const isNative = metadata['application_type'] === 'native'
  return [
    { member: 'client_name', kind: 'text', isProse: true, placeholder: words.name },
    { member: 'client_id', kind: 'text', placeholder: words.idPlaceholder, hint: words.idHint },
    ...(redirect === undefined
      ? []
      : [
          {
            member: 'redirect_uris',
            kind: 'list',
            placeholder: redirect,
            advise: (address: string) => adviseRedirect(address, { all: redirects, isNative }),
          } as const,
        ]),
  ]
}
