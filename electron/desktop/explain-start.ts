/** Why the program did not start, in the words of a window: it has no flags, and can offer another port by itself. */
import type { Preferences } from '#shared/contract/calls/shell.ts'
import { type ErrorShape, ValetKeyError } from '#shared/errors.ts'

import { explainData } from './explain-data.ts'
import { describeUnexpected } from './unexpected.ts'

export type Ports = Preferences['ports']

type Which = keyof Ports

const SAY: Readonly<Record<string, (port: number) => string>> = {
  port_taken: (port) => `Another program has port ${port}. Close that program, or use another port.`,
  port_forbidden: (port) => `Port ${port} may not be used by this account. Use one above 1023.`,
  listen_failed: (port) => `The system does not let Valet Key listen on port ${port}. Use another port.`,
}

export async function explainStart(
  error: unknown,
  ports: Ports,
  findFree: (near: number, taken: readonly number[]) => Promise<number>,
): Promise<ErrorShape> {
  if (!(error instanceof ValetKeyError)) return unforeseen(error)
  const say = SAY[error.code]
  if (say === undefined) return explainData(error.toShape())
  const which = whichPort(error)
  const port = ports[which]
  const free = await findFree(error.code === 'port_forbidden' ? Math.max(port, 1023) : port, Object.values(ports))
  return { code: error.code, message: say(port), detail: { port, free, which } }
}

/** The core says which by the flag that would change it. */
function whichPort({ detail }: ValetKeyError): Which {
  const isScreens = typeof detail === 'object' && detail !== null && 'flag' in detail && detail.flag === '--ui-port'
  return isScreens ? 'screens' : 'issuer'
}

function unforeseen(error: unknown): ErrorShape {
  return {
    code: 'internal',
    message: `Valet Key could not start: ${describeUnexpected(error)} This is a mistake in Valet Key.`,
  }
}
