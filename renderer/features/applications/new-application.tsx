import { useState } from 'react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-browser-location'

import { buttonLook } from '../../components/button-look.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { JsonTree } from '../../components/json-tree.tsx'
import { applicationAddress } from '../../frame/addresses.ts'
import { parseError } from '../../stores/error-shape.ts'
import { useBridge, useShell, useStores } from '../../stores/use-stores.tsx'
import { useQuery } from '../common/use-address.ts'
import { useProgram } from '../common/use-program.ts'
import { createClientCommand } from './call-management.ts'
import { readNewClient } from './prepared-change.ts'
import { TEXT } from './text.ts'

const words = TEXT.fresh

/** An application that was not known when it asked, as its request described it. */
export function NewApplication() {
  const client = readNewClient(useQuery())
  const bridge = useBridge()
  const { toasts } = useStores()
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const name = client['client_id']

  async function register(): Promise<void> {
    setBusy(true)
    try {
      const { value } = await bridge.call('clients.create', { client })
      toasts.getState().show({ text: words.registered(value.client_id), tone: 'good' })
      navigate(applicationAddress(value.client_id), { replace: true })
    } catch (failure) {
      setError(parseError(failure).message)
      setBusy(false)
    }
  }

  return (
    <Card className="flex-1 overflow-auto" title={typeof name === 'string' ? words.title(name) : words.titleUnnamed}>
      <p className="text-ink-2">{words.text}</p>
      <JsonTree value={client} label={words.json} />
      <p className="text-ink-2">{words.publicClient}</p>
      {error !== undefined && (
        <p role="alert" className="whitespace-pre-line text-bad">
          {words.failed} {error}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" isBusy={isBusy} onClick={() => void register()}>
          {words.register}
        </Button>
        <Link href="/applications" className={buttonLook()}>
          {words.back}
        </Link>
      </div>
      <ByHand client={client} />
    </Card>
  )
}

function ByHand({ client }: { readonly client: unknown }) {
  const program = useProgram()
  const isHeadless = useShell(({ value }) => value?.kind === 'headless')
  if (program === undefined || !isHeadless) return null
  return (
    <>
      <p className="text-ink-2">{words.or}</p>
      <CodeBlock language="shell" label={words.call} code={createClientCommand(program.api, client)} />
    </>
  )
}
