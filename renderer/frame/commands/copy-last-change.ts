import { writeClipboard } from '../../components/clipboard.ts'
import { isChange, loadDescribeCall } from '../../features/common/curl/describe-call.ts'
import { TEXT } from '../text.ts'
import type { Frame } from './command.ts'

const words = TEXT.lastChange

/** What this window changed last, as a command; without its secrets. */
export async function copyLastChange({ stores }: Frame): Promise<void> {
  const { show } = stores.toasts.getState()
  const program = stores.shell.getState().value?.program
  const describe = await loadDescribeCall()
  const address = program?.state === 'running' ? program.api : ''
  const found = stores.madeCalls
    .getState()
    .calls.filter(({ outcome }) => outcome === 'done')
    .map((call) => ({ call, described: describe(call, { address, secrets: false }) }))
    .find(({ call, described }) => described !== undefined && isChange(call, described.method))
  if (found?.described === undefined) show({ text: words.none })
  else if (await writeClipboard(found.described.curl)) show({ text: words.done(found.call.name), tone: 'good' })
  else show({ text: TEXT.copied.refused, tone: 'bad' })
}
