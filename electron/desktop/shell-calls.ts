/** What the shell answers by itself; the rest is the core's. */
import type * as z from 'zod'

import type { CallName } from '#shared/contract/calls/calls.ts'
import { desktopCalls, shellCalls, type ShellView } from '#shared/contract/calls/shell.ts'
import { checkShape } from '#shared/contract/check-shape.ts'
import { ValetKeyError } from '#shared/errors.ts'

const CALLS = { ...shellCalls, ...desktopCalls }

type Calls = typeof CALLS
export type ShellCall = keyof Calls

export type ShellHandlers = {
  readonly [Name in ShellCall]: (
    input: z.output<Calls[Name]['input']>,
  ) => z.output<Calls[Name]['output']> | Promise<z.output<Calls[Name]['output']>>
}

export interface CallSources {
  readonly shell: ShellHandlers
  readonly core: (name: CallName, input: unknown) => Promise<unknown>
}

/** One door for both; input is checked at it, as the core does at its own. */
export function createCalls({
  shell,
  core,
}: CallSources): (name: CallName | ShellCall, input: unknown) => Promise<unknown> {
  return async (name, input) => {
    if (!isShellCall(name)) return core(name, input)
    const { input: schema } = CALLS[name]
    const findings = checkShape(schema, input)
    if (findings.length > 0) throw invalid(name, findings)
    // The compiler does not see that handler and schema go by one name.
    const handler = shell[name] as (input: unknown) => unknown
    return handler(schema.parse(input))
  }
}

function isShellCall(name: string): name is ShellCall {
  return Object.hasOwn(CALLS, name)
}

function invalid(name: string, findings: ReturnType<typeof checkShape>): ValetKeyError {
  const lines = findings.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
  return new ValetKeyError('invalid', `${name}: ${lines.join('\n')}`, { detail: { findings } })
}

export function namePlatform(platform: NodeJS.Platform): ShellView['platform'] {
  if (platform === 'darwin') return 'mac'
  if (platform === 'win32') return 'windows'
  return platform === 'linux' ? 'linux' : 'other'
}
