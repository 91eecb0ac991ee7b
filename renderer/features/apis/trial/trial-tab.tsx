import { Send } from 'lucide-react'

import { WALK_CALLBACK } from '#shared/flows/grants/checks.ts'

import { Button } from '../../../components/button.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { Notice } from '../../../components/notice.tsx'
import { Select } from '../../../components/select.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { applicationAddress } from '../../../frame/addresses.ts'
import type { ApiView } from '../../../stores/stores.ts'
import { useRegisterRedirect } from '../../common/edit/use-register-redirect.ts'
import { TextLink } from '../../common/text-link.tsx'
import { useProgram } from '../../common/use-program.ts'
import { TEXT } from '../text.ts'
import type { Asker } from './list-askers.ts'
import { TrialOutcome } from './trial-outcome.tsx'
import { OTHER_ADDRESS, type Trial, useTrial } from './use-trial.ts'

const words = TEXT.trial
const METHODS = (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).map((value) => ({ value, label: value }))

/** Gets a token as an application does, and calls the API with it: what opens, what does not, and why. */
export function TrialTab({ api }: { readonly api: ApiView }) {
  const issuer = useProgram()?.issuer
  if (issuer === undefined) return <p className="p-3.5 text-ink-2">{words.notRunning}</p>
  return <Form api={api} issuer={issuer} />
}

function Form({ api, issuer }: { readonly api: ApiView; readonly issuer: string }) {
  const trial = useTrial(api, issuer, words)
  const { askers, asker, users, as, problems, isBusy, outcome, pick, send } = trial
  if (asker === undefined) return <p className="p-3.5 text-ink-2">{words.nobody}</p>
  const wrong = problems.besides(['url'])
  return (
    <div className="flex flex-col gap-4 p-3.5">
      <p className="text-ink-2">{words.intro}</p>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <div className="flex flex-wrap items-start gap-3">
          <Select
            label={words.client}
            className="min-w-44 flex-1"
            value={asker.client.client_id}
            options={askers.map(({ client, name }) => ({ value: client.client_id, label: name }))}
            onChange={(client_id) => pick({ client_id, scope: undefined })}
          />
          <Select
            label={words.as}
            className="min-w-44 flex-1"
            value={as}
            options={users}
            onChange={(value) => pick({ as: value })}
          />
        </div>
        <Scopes trial={trial} />
        <Call trial={trial} />
        <div>
          <Button type="submit" variant="primary" icon={<Send aria-hidden />} isBusy={isBusy}>
            {words.send}
          </Button>
        </div>
      </form>
      <div aria-live="polite" className="flex min-w-0 flex-col gap-3">
        {wrong.length > 0 && <NotSent wrong={wrong} asker={asker} onMended={() => void send()} />}
        {outcome && <TrialOutcome outcome={outcome} />}
      </div>
    </div>
  )
}

interface NotSentProps {
  readonly wrong: readonly string[]
  readonly asker: Asker
  readonly onMended: () => void
}

function NotSent({ wrong, asker: { client, name }, onMended }: NotSentProps) {
  const { isBusy, register } = useRegisterRedirect(client)
  const isLost = wrong.some((message) => message.includes(WALK_CALLBACK))

  async function mend(): Promise<void> {
    if (await register(WALK_CALLBACK)) onMended()
  }

  return (
    <Notice
      tone="bad"
      title={words.notSent}
      action={
        isLost ? (
          <Button isBusy={isBusy} onClick={() => void mend()}>
            {words.register}
          </Button>
        ) : undefined
      }
    >
      {wrong.map((message) => (
        <p key={message}>{message}</p>
      ))}
      <TextLink href={applicationAddress(client.client_id)}>{words.seeClient(name)}</TextLink>
    </Notice>
  )
}

function Scopes({ trial: { asker, scope, pick } }: { readonly trial: Trial }) {
  if (asker === undefined || asker.scopes.length === 0) return null
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-small font-semibold">{words.scopes}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1.5">
        {asker.scopes.map((name) => (
          <Checkbox
            key={name}
            label={<code className="text-small">{name}</code>}
            checked={scope.includes(name)}
            onChange={(isOn) => pick({ scope: isOn ? [...scope, name] : scope.filter((one) => one !== name) })}
          />
        ))}
      </div>
      <p className="mt-1 text-small text-ink-3">{words.scopesHint}</p>
    </fieldset>
  )
}

function Call({ trial }: { readonly trial: Trial }) {
  const { calls, call, method, url, isElsewhere, isConfirmed, problems, pick } = trial
  const isOther = call === OTHER_ADDRESS
  return (
    <>
      <div className="flex flex-wrap items-start gap-3">
        <Select
          label={words.call}
          className="min-w-44 flex-1"
          value={call}
          hint={isOther ? undefined : <code className="text-tiny wrap-anywhere">{`${method} ${url}`}</code>}
          options={[
            ...calls.map(({ title, scope }, index) => ({
              value: String(index),
              label: scope === undefined ? title : `${title} (${scope})`,
            })),
            { value: OTHER_ADDRESS, label: words.other },
          ]}
          onChange={(value) => pick({ call: value, method, url })}
        />
        {isOther && (
          <>
            <Select
              label={words.method}
              className="w-28"
              value={method}
              options={METHODS}
              onChange={(value) => pick({ method: value })}
            />
            <TextField
              mono
              label={words.address}
              className="min-w-60 flex-2"
              placeholder="http://localhost:4500/"
              value={url}
              error={problems.at('url')}
              onChange={({ currentTarget }) => pick({ url: currentTarget.value })}
            />
          </>
        )}
      </div>
      {isElsewhere && (
        <Checkbox
          label={words.outside}
          hint={words.outsideHint}
          checked={isConfirmed}
          onChange={(value) => pick({ isConfirmed: value })}
        />
      )}
    </>
  )
}
