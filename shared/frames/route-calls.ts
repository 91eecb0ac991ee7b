/** Who answers which call: the core its own, the shell the rest. */
import { type CallName, isCallName, SCREEN_CALLS, type ScreenCallName } from '../contract/calls/calls.ts'
import { checkShape } from '../contract/check-shape.ts'
import { ValetKeyError } from '../errors.ts'

export interface CallRoutes {
  /** Checks what it is handed itself. */
  readonly core: (name: CallName, input: unknown) => Promise<unknown>
  /** By name; handed what the schema of the call let through. */
  readonly shell: Readonly<Partial<Record<ScreenCallName, (input: never) => unknown>>>
}

export function routeCalls({ core, shell }: CallRoutes): (name: ScreenCallName, input: unknown) => Promise<unknown> {
  return async (name, input) => {
    if (isCallName(name)) return core(name, input)
    const handle = shell[name]
    if (handle === undefined) throw notHere(name)
    return handle(parseInput(name, input) as never)
  }
}

function parseInput(name: ScreenCallName, input: unknown): unknown {
  const { input: schema } = SCREEN_CALLS[name]
  const findings = checkShape(schema, input)
  if (findings.length === 0) return schema.parse(input)
  const lines = findings.map(({ path, message }) => [path, message].filter((part) => part !== '').join(': '))
  throw new ValetKeyError('invalid', lines.join('\n'), { detail: { findings } })
}

function notHere(name: string): ValetKeyError {
  return new ValetKeyError('unknown_call', `${name} is possible in the desktop app only.`)
}
