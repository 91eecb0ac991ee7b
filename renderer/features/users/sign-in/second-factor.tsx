import { QrCode as QrIcon, ShieldCheck } from 'lucide-react'
import { useState } from 'react'

import type { UserView } from '#shared/contract/calls/users.ts'
import { buildOtpauth } from '#shared/oauth/otpauth.ts'

import { Button } from '../../../components/button.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { CopyButton } from '../../../components/copy-button.tsx'
import { type Definition, DefinitionList } from '../../../components/definition-list.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { prepareUndo } from '../../common/edit/undo-change.ts'
import { SecretValue } from '../../common/secret-value.tsx'
import { useNow } from '../../common/tokens/use-now.ts'
import { nameOf } from '../name-of.ts'
import { TEXT } from '../text.ts'
import { makeSecret } from './make-secret.ts'
import { QrCode } from './qr-code.tsx'
import { useOneTimePassword } from './use-one-time-password.ts'

const words = TEXT.factor

/** Switched on and off at once; each is a change that can be taken back. */
export function SecondFactor({ user }: { readonly user: UserView }) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { username, meta } = user
  const name = nameOf(user)

  async function change(secondFactor: { readonly totpSecret: string } | null, done: string): Promise<void> {
    setAsking(false)
    setBusy(true)
    try {
      await bridge.call('users.change', { username, changes: { secondFactor } })
      const undo = await prepareUndo(bridge, 'users', username)
      show({ text: done, tone: 'good', ...(undo && { undo }) })
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }

  return (
    <section aria-label={words.title} className="border-t border-line">
      <header className="flex flex-wrap items-center justify-between gap-2 px-3.5 pt-3 pb-1">
        <h3 className="font-semibold">{words.title}</h3>
        {meta.hasSecondFactor ? (
          <Button size="small" isBusy={isBusy} onClick={() => setAsking(true)}>
            {words.switchOff}
          </Button>
        ) : (
          <Button
            size="small"
            isBusy={isBusy}
            icon={<ShieldCheck aria-hidden />}
            onClick={() => void change({ totpSecret: makeSecret() }, words.switchedOn(name))}
          >
            {words.switchOn}
          </Button>
        )}
      </header>
      {meta.hasSecondFactor ? <Enrolled user={user} /> : <p className="px-3.5 pb-3 text-ink-2">{words.off}</p>}
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={words.offTitle(name)}
        text={words.offText}
        confirmLabel={words.offConfirm}
        onConfirm={() => void change(null, words.switchedOff(name))}
        onCancel={() => setAsking(false)}
      />
    </section>
  )
}

function Enrolled({ user }: { readonly user: UserView }) {
  const bridge = useBridge()
  const { username } = user
  const [secret, setSecret] = useState<string>()
  const [error, setError] = useState<string>()
  const ask = async () => (await bridge.call('users.get', { username, secrets: true })).value.secondFactor?.totpSecret

  async function showQr(): Promise<void> {
    try {
      setSecret(await ask())
      setError(undefined)
    } catch (failure) {
      setError(parseError(failure).message)
    }
  }

  const items: readonly Definition[] = [
    { term: words.code, value: <CurrentCode username={username} /> },
    { term: TEXT.secret, value: <SecretValue name={TEXT.secret} reveal={ask} />, hint: TEXT.secretHint },
  ]
  return (
    <>
      <DefinitionList items={items} />
      <div className="flex flex-col items-start gap-2 border-t border-line px-3.5 py-3">
        <Button
          size="small"
          icon={<QrIcon aria-hidden />}
          aria-expanded={secret !== undefined}
          onClick={() => (secret === undefined ? void showQr() : setSecret(undefined))}
        >
          {secret === undefined ? words.showQr : words.hideQr}
        </Button>
        {error !== undefined && (
          <p role="alert" className="text-small text-bad">
            {words.noCode(error)}
          </p>
        )}
        {secret !== undefined && <Enrolment user={user} secret={secret} />}
      </div>
    </>
  )
}

function Enrolment({ user, secret }: { readonly user: UserView; readonly secret: string }) {
  const address = buildOtpauth(user.username, secret)
  return (
    <>
      <QrCode text={address} label={words.qrLabel(nameOf(user))} />
      <p className="text-small text-ink-2">{words.qrHint}</p>
      <p className="flex w-full min-w-0 items-start gap-2">
        <code className="min-w-0 flex-1 text-small wrap-anywhere">{address}</code>
        <CopyButton text={address} label={`Copy ${words.address}`} className="-my-0.5" />
      </p>
    </>
  )
}

function CurrentCode({ username }: { readonly username: string }) {
  const { value, error } = useOneTimePassword(username)
  const now = useNow()
  if (error !== undefined) return <span className="text-bad">{words.noCode(error)}</span>
  if (value === undefined) return <span className="text-ink-3">…</span>
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <code className="text-large font-semibold tracking-wider tabular-nums">{value.code}</code>
      <CopyButton text={value.code} label={`Copy ${words.code}`} className="-my-0.5" />
      <span className="text-small text-ink-3 tabular-nums">{words.left(Math.max(0, value.endsAt - now))}</span>
    </span>
  )
}
