import { createIpcWorld } from './ipc-world.ts'
import { createSocketWorld } from './socket-world.ts'
import type { CreateWorld } from './world.ts'

export const CARRIERS = [
  ['a socket', createSocketWorld],
  ['IPC', createIpcWorld],
] as const satisfies readonly (readonly [string, CreateWorld])[]
