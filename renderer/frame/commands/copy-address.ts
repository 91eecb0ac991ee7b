import { writeClipboard } from '../../components/clipboard.ts'
import { TEXT } from '../text.ts'
import type { Frame } from './command.ts'

/** Copies an address of the running program, and says so. */
export async function copyAddress({ stores }: Frame, which: 'issuer' | 'discovery'): Promise<void> {
  const { show } = stores.toasts.getState()
  const program = stores.shell.getState().value?.program
  if (program?.state !== 'running') {
    show({ text: TEXT.copied.notRunning, tone: 'bad' })
    return
  }
  if (await writeClipboard(program[which])) show({ text: TEXT.copied[which], tone: 'good' })
  else show({ text: TEXT.copied.refused, tone: 'bad' })
}
