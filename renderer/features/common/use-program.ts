import type { ShellView } from '#shared/contract/calls/shell.ts'

import { useShell } from '../../stores/use-stores.tsx'

export type RunningProgram = Extract<ShellView['program'], { state: 'running' }>

/** Where the program can be reached, while it runs. */
export function useProgram(): RunningProgram | undefined {
  return useShell(({ value }) => (value?.program.state === 'running' ? value.program : undefined))
}
