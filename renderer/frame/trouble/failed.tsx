import { DatabaseZap, Plug, RotateCw } from 'lucide-react'

import type { ErrorShape } from '#shared/errors.ts'

import { Button } from '../../components/button.tsx'
import { ErrorText } from './error-text.tsx'
import { DataFailed } from './data-failed.tsx'
import { parseTakenPort } from './parse-taken-port.ts'
import { PortTaken } from './port-taken.tsx'
import { TEXT } from './text.ts'
import { TroublePage } from './trouble-page.tsx'
import { useStart } from './use-start.ts'

const words = TEXT.failed

/** The program is there, and the issuer is not: why, and what can be done. */
export function Failed({ error }: { readonly error: ErrorShape }) {
  const port = parseTakenPort(error)
  if (port !== undefined) {
    return (
      <TroublePage title={words.title} icon={<Plug />} heading={explainPort(error.code, port.port)}>
        <PortTaken taken={port} error={error} />
      </TroublePage>
    )
  }
  if (error.code.startsWith('store_')) {
    return (
      <TroublePage title={words.title} icon={<DatabaseZap />} heading={words.data.heading}>
        <DataFailed error={error} />
      </TroublePage>
    )
  }
  return (
    <TroublePage title={words.title} icon={<RotateCw />} heading={words.other.heading}>
      <OtherFailure error={error} />
    </TroublePage>
  )
}

function explainPort(code: string, port: number): string {
  return code === 'port_taken' ? words.port.taken(port) : words.port.unusable(port)
}

function OtherFailure({ error }: { readonly error: ErrorShape }) {
  const { isBusy, start, failure } = useStart()
  return (
    <>
      <ErrorText error={failure ?? error} />
      <div>
        <Button variant="primary" isBusy={isBusy} onClick={() => start({})}>
          {words.other.again}
        </Button>
      </div>
    </>
  )
}
