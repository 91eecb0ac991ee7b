import { Unplug } from 'lucide-react'
import type { ReactNode } from 'react'

import type { ErrorShape } from '#shared/errors.ts'

import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import { useConnection } from '../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

interface GateProps {
  readonly state: {
    readonly status: 'loading' | 'ready' | 'failed'
    readonly error: ErrorShape | undefined
    readonly load: () => Promise<void>
  }
  /** Something came once, and can be shown whatever is the matter now. */
  readonly hasValue: boolean
  /** "Loading the applications". */
  readonly loading: string
  /** "The applications could not be read". */
  readonly failed: string
  readonly rows?: number
  readonly children: ReactNode
}

/** What stands in place of something that is not there: still on its way, failed, or cut off. */
export function Gate({ state, hasValue, loading, failed, rows, children }: GateProps) {
  const connection = useConnection(({ state: line }) => line)
  const isCutOff = connection === 'lost' || connection === 'refused'
  if (hasValue) {
    return (
      <>
        {state.status === 'failed' && !isCutOff && <Stale state={state} />}
        {children}
      </>
    )
  }
  if (isCutOff || state.error?.code === 'disconnected') return <Disconnected />
  if (state.status !== 'failed' || state.error === undefined) return <Loading label={loading} rows={rows} />
  return <ErrorState title={failed} error={state.error} onRetry={() => void state.load()} />
}

export function Disconnected() {
  const retry = useConnection((connection) => connection.retry)
  return (
    <EmptyState
      icon={<Unplug />}
      title={TEXT.disconnected.title}
      text={TEXT.disconnected.text}
      action={<Button onClick={retry}>{TEXT.disconnected.action}</Button>}
    />
  )
}

function Stale({ state }: Pick<GateProps, 'state'>) {
  return (
    <Notice
      tone="warn"
      className="m-3"
      action={
        <Button size="small" onClick={() => void state.load()}>
          {TEXT.again}
        </Button>
      }
    >
      {TEXT.stale} {state.error?.message}
    </Notice>
  )
}
