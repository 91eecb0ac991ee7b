import { type FormEvent, useState } from 'react'

import type { ScreenOutput } from '#shared/contract/calls/calls.ts'
import type { ErrorShape } from '#shared/errors.ts'
import type { IssuerMetadata } from '#shared/flows/flow.ts'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Notice } from '../../../components/notice.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { issuerAddress } from '../../../frame/addresses.ts'
import { useFrame } from '../../../frame/commands/use-frame.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge } from '../../../stores/use-stores.tsx'
import { Offers } from './offers.tsx'
import { TEXT } from './text.ts'

const words = TEXT.add

type Found = ScreenOutput<'issuers.discover'>

/** Named by its address, asked what it offers, and only then added. */
export function AddIssuer() {
  const bridge = useBridge()
  const { go } = useFrame()
  const [address, setAddress] = useState('')
  const [found, setFound] = useState<Found>()
  const [error, setError] = useState<ErrorShape>()
  const [isBusy, setBusy] = useState(false)

  function type(text: string): void {
    setAddress(text)
    setFound(undefined)
    setError(undefined)
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true)
    setError(undefined)
    try {
      await work()
    } catch (failure) {
      setError(parseError(failure))
    } finally {
      setBusy(false)
    }
  }

  const ask = (asked: string) =>
    attempt(async () => setFound(await bridge.call('issuers.discover', { where: { address: asked } })))

  const add = ({ issuer }: Found) =>
    attempt(async () => {
      const { value } = await bridge.call('issuers.create', { issuer: { address: issuer } })
      go(issuerAddress(value.id))
    })

  function submit(event: FormEvent): void {
    event.preventDefault()
    void ask(address.trim())
  }

  const other = otherIssuer(error)
  return (
    <Card title={words.title}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <TextField
          label={words.address}
          hint={words.hint}
          mono
          inputMode="url"
          placeholder="https://issuer.example"
          value={address}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <Button
          type="submit"
          className="self-start"
          isBusy={isBusy && found === undefined}
          disabled={address.trim() === ''}
        >
          {words.ask}
        </Button>
      </form>
      <div aria-live="polite" className="flex min-w-0 flex-col gap-3 empty:hidden">
        {error !== undefined && (
          <Notice
            tone="bad"
            title={words.noIssuer}
            action={
              other !== undefined && (
                <Button
                  size="small"
                  onClick={() => {
                    type(other)
                    void ask(other)
                  }}
                >
                  {words.useThat(other)}
                </Button>
              )
            }
          >
            {error.message}
          </Notice>
        )}
        {found !== undefined && (
          <Notice
            tone="good"
            title={words.found(found.issuer)}
            action={
              <Button variant="primary" isBusy={isBusy} onClick={() => void add(found)}>
                {words.add}
              </Button>
            }
          >
            <p className="mb-2 text-small">
              {words.foundAt} <code>{found.discovery}</code>
            </p>
            <Offers metadata={found.metadata as IssuerMetadata} />
          </Notice>
        )}
      </div>
    </Card>
  )
}

/** Somebody answered under another name: the person may mean that one. */
function otherIssuer(error: ErrorShape | undefined): string | undefined {
  const { code, detail } = error ?? {}
  if (code !== 'issuer_mismatch' || typeof detail !== 'object' || detail === null || !('issuer' in detail))
    return undefined
  return typeof detail.issuer === 'string' ? detail.issuer : undefined
}
