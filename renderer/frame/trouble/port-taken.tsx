import type { ErrorShape } from '#shared/errors.ts'

import { Button } from '../../components/button.tsx'
import { useResource, useStores } from '../../stores/use-stores.tsx'
import { ErrorText } from './error-text.tsx'
import type { TakenPort } from './parse-taken-port.ts'
import { TEXT } from './text.ts'
import { useStart } from './use-start.ts'

const words = TEXT.failed.port

interface PortTakenProps {
  readonly taken: TakenPort
  readonly error: ErrorShape
}

/** Not changed without asking: applications are pointed at the issuer by its port. */
export function PortTaken({ taken, error }: PortTakenProps) {
  const { isBusy, failure, start } = useStart()
  const { preferences } = useStores()
  const ports = useResource(preferences, ({ value }) => value?.preferences.ports)
  const { port, which, free } = taken

  return (
    <>
      <ErrorText error={failure ?? error} />
      <p>{words.why[which]}</p>
      <div className="flex flex-wrap gap-2">
        {free !== undefined && ports !== undefined && (
          <Button variant="primary" isBusy={isBusy} onClick={() => start({ ports: { ...ports, [which]: free } })}>
            {words.free(free)}
          </Button>
        )}
        <Button isBusy={isBusy} onClick={() => start({})}>
          {words.again(port)}
        </Button>
      </div>
      {free !== undefined && <p className="text-small text-ink-3">{words.note}</p>}
    </>
  )
}
