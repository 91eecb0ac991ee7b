import { ChevronRight, SquareTerminal } from 'lucide-react'
import { useState } from 'react'

import { Checkbox } from '../../../components/checkbox.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Loading } from '../../../components/loading.tsx'
import type { MadeCall } from '../../../stores/create-made-calls.ts'
import { useMadeCalls } from '../../../stores/use-stores.tsx'
import { type DescribedCall, type DescribeCall, isChange, loadDescribeCall } from '../../common/curl/describe-call.ts'
import { formatClock } from '../../common/format-time.ts'
import { TextLink } from '../../common/text-link.tsx'
import { useProgram } from '../../common/use-program.ts'
import { TEXT } from '../text.ts'
import { useLoaded } from '../use-loaded.ts'

const words = TEXT.calls

/** What this window did, each as a command that does the same. */
export function CallsView() {
  const calls = useMadeCalls()
  const { value: describe } = useLoaded(loadDescribeCall)
  const [withReads, setReads] = useState(false)
  const [secrets, setSecrets] = useState(false)
  const address = useProgram()?.api ?? ''
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-line px-3.5 py-3">
        <Checkbox label={words.reads} checked={withReads} onChange={setReads} />
        <Checkbox label={words.secrets} hint={words.secretsHint} checked={secrets} onChange={setSecrets} />
        <p className="basis-full text-small text-ink-3">
          {words.note} <TextLink href="/history">{words.history}</TextLink>
        </p>
      </div>
      {describe === undefined ? (
        <Loading label={words.loading} />
      ) : (
        <List shown={listShown(calls, describe, { address, secrets }, withReads)} withReads={withReads} />
      )}
    </>
  )
}

interface Shown {
  readonly call: MadeCall
  readonly described: DescribedCall
}

function listShown(
  calls: readonly MadeCall[],
  describe: DescribeCall,
  wanted: Parameters<DescribeCall>[1],
  withReads: boolean,
): readonly Shown[] {
  return calls.flatMap((call) => {
    const described = describe(call, wanted)
    if (described === undefined) return []
    return withReads || isChange(call, described.method) ? [{ call, described }] : []
  })
}

function List({ shown, withReads }: { readonly shown: readonly Shown[]; readonly withReads: boolean }) {
  if (shown.length === 0) {
    const text = withReads ? words.emptyAll : words.emptyText
    return <EmptyState icon={<SquareTerminal />} title={words.empty} text={text} />
  }
  return (
    <ul aria-label={words.list} className="divide-y divide-line">
      {shown.map(({ call, described }) => (
        <li key={call.id}>
          <Line call={call} described={described} />
        </li>
      ))}
    </ul>
  )
}

function Line({ call, described: { method, path, curl } }: Shown) {
  const { name, at, outcome, message } = call
  return (
    <details className="group/call min-w-0">
      <summary className="flex min-w-0 cursor-pointer list-none flex-wrap items-center gap-x-2.5 gap-y-1 px-3.5 py-2 hover:bg-sunken focus-visible:-outline-offset-2">
        <ChevronRight
          className="size-4 flex-none text-ink-3 transition-transform group-open/call:rotate-90"
          aria-hidden
        />
        <time className="flex-none font-mono text-small text-ink-3">{formatClock(at).slice(0, 8)}</time>
        <code className="flex-none text-small font-semibold">{method}</code>
        <code className="min-w-0 flex-1 basis-48 text-small wrap-anywhere">{path}</code>
        <span className={outcome === 'failed' ? 'text-small text-bad' : 'text-small text-ink-3'}>{words[outcome]}</span>
      </summary>
      <div className="flex flex-col gap-2 px-3.5 pb-3 pl-9.5">
        {message !== undefined && <p className="text-small whitespace-pre-line text-bad">{message}</p>}
        <CodeBlock language="shell" label={words.curl(name)} code={curl} />
      </div>
    </details>
  )
}
