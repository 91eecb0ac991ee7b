import { type FormEvent, useState } from 'react'

import type { OutsideClientView, OutsideIssuerView } from '#shared/contract/calls/issuers.ts'
import { parseObject } from '#shared/flows/answer.ts'
import { AUTH_METHODS, type AuthMethod } from '#shared/flows/authenticate.ts'
import type { IssuerMetadata } from '#shared/flows/flow.ts'
import { listOffered } from '#shared/flows/offer.ts'

import { Button } from '../../../components/button.tsx'
import { classNames } from '../../../components/class-names.ts'
import { Field } from '../../../components/field.tsx'
import { INPUT_LOOK } from '../../../components/input-look.ts'
import { Select } from '../../../components/select.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { TEXT } from './text.ts'
import { type ClientInput, toInput, useSaveIssuer } from './use-save-issuer.ts'

const words = TEXT.form

interface ClientFormProps {
  readonly issuer: OutsideIssuerView
  /** Left out: a new one. */
  readonly client: OutsideClientView | undefined
  readonly onClose: () => void
}

interface Typed {
  readonly client_id: string
  readonly client_name: string
  readonly method: AuthMethod
  readonly client_secret: string
  readonly private_key: string
  readonly scope: string
}

export function ClientForm({ issuer, client, onClose }: ClientFormProps) {
  const save = useSaveIssuer(issuer)
  const [typed, setTyped] = useState(() => begin(issuer, client))
  const [errors, setErrors] = useState<Errors>({})
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const change = (changes: Partial<Typed>) => {
    setTyped({ ...typed, ...changes })
    setErrors({})
    setFailure(undefined)
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const found = check(typed, client)
    setErrors(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const { error } = await save({ clients: putClient(issuer, client, toClient(typed, client)) })
    setBusy(false)
    setFailure(error)
    if (error === undefined) onClose()
  }

  const title = client === undefined ? words.newTitle : words.editTitle(client.client_name ?? client.client_id)
  return (
    <form aria-label={title} onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-3">
      <h3 className="text-small font-semibold">{title}</h3>
      <TextField
        label={words.client_id}
        mono
        error={errors.client_id}
        value={typed.client_id}
        onChange={(event) => change({ client_id: event.currentTarget.value })}
      />
      <TextField
        label={words.client_name}
        hint={words.nameHint}
        value={typed.client_name}
        onChange={(event) => change({ client_name: event.currentTarget.value })}
      />
      <Select
        label={words.method}
        value={typed.method}
        options={AUTH_METHODS.map((method) => ({
          value: method,
          label: words.methods[method],
          hint: isListed(issuer, method) ? undefined : words.notOffered,
        }))}
        onChange={(method) => change({ method })}
      />
      {typed.method.startsWith('client_secret') && (
        <TextField
          label={words.client_secret}
          type="password"
          autoComplete="new-password"
          mono
          error={errors.client_secret}
          hint={client?.meta.secret === 'there' ? words.secretKept : undefined}
          value={typed.client_secret}
          onChange={(event) => change({ client_secret: event.currentTarget.value })}
        />
      )}
      {typed.method === 'private_key_jwt' && (
        <Field
          label={words.private_key}
          error={errors.private_key}
          hint={client?.meta.key === 'there' ? words.secretKept : words.keyHint}
        >
          {(control) => (
            <textarea
              {...control}
              rows={4}
              spellCheck={false}
              autoComplete="off"
              value={typed.private_key}
              onChange={(event) => change({ private_key: event.currentTarget.value })}
              className={classNames(INPUT_LOOK, 'h-auto! py-1.5 font-mono text-small')}
            />
          )}
        </Field>
      )}
      <TextField
        label={words.scope}
        hint={words.scopeHint}
        mono
        value={typed.scope}
        onChange={(event) => change({ scope: event.currentTarget.value })}
      />
      {failure !== undefined && (
        <p role="alert" className="text-small whitespace-pre-line text-bad">
          {TEXT.detail.notSaved(failure)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  )
}

type Errors = Readonly<Partial<Record<'client_id' | 'client_secret' | 'private_key', string>>>

function check(
  { client_id, method, client_secret, private_key }: Typed,
  client: OutsideClientView | undefined,
): Errors {
  const lacksSecret = method.startsWith('client_secret') && client_secret === '' && client?.meta.secret !== 'there'
  const lacksKey = method === 'private_key_jwt' && private_key.trim() === '' && client?.meta.key !== 'there'
  const isUnreadable = private_key.trim() !== '' && parseObject(private_key) === undefined
  return {
    ...(client_id.trim() === '' && { client_id: words.needed }),
    ...(lacksSecret && { client_secret: words.needed }),
    ...(lacksKey && { private_key: words.needed }),
    ...(isUnreadable && { private_key: words.keyUnreadable }),
  }
}

function begin({ metadata }: OutsideIssuerView, client: OutsideClientView | undefined): Typed {
  const offered = listOffered(metadata as IssuerMetadata, 'token_endpoint_auth_methods_supported') ?? []
  const first = AUTH_METHODS.find((method) => offered.includes(method)) ?? 'client_secret_basic'
  const method = AUTH_METHODS.find((one) => one === client?.token_endpoint_auth_method) ?? first
  const { client_id = '', client_name = '', scope = '' } = client ?? {}
  return { client_id, client_name, method, client_secret: '', private_key: '', scope }
}

function isListed({ metadata }: OutsideIssuerView, method: AuthMethod): boolean {
  return listOffered(metadata as IssuerMetadata, 'token_endpoint_auth_methods_supported')?.includes(method) ?? true
}

/** What has no field here stays as it is. */
function toClient({ method, ...typed }: Typed, client: OutsideClientView | undefined): ClientInput {
  const { client_name: _name, scope: _scope, ...kept } = client === undefined ? { client_id: '' } : toInput(client)
  const [name, scope] = [typed.client_name.trim(), typed.scope.trim().replaceAll(/\s+/g, ' ')]
  const key = typed.private_key.trim() === '' ? undefined : parseObject(typed.private_key)
  return {
    ...kept,
    client_id: typed.client_id.trim(),
    token_endpoint_auth_method: method,
    ...(name !== '' && { client_name: name }),
    ...(scope !== '' && { scope }),
    ...(typed.client_secret !== '' && { client_secret: typed.client_secret }),
    // What it must look like is checked where it is kept.
    ...(key && { private_key: key as ClientInput['private_key'] }),
  }
}

function putClient({ clients }: OutsideIssuerView, before: OutsideClientView | undefined, client: ClientInput) {
  if (before === undefined) return [...clients.map(toInput), client]
  return clients.map((other) => (other.client_id === before.client_id ? client : toInput(other)))
}
