/** The core as the window sees it: starting, running, or failed with the reason; started again without the window. */
import type { CallName } from '#shared/contract/calls/calls.ts'
import type { ShellView } from '#shared/contract/calls/shell.ts'
import { ValetKeyError } from '#shared/errors.ts'
import type { EventLog } from '#shared/frames/event-log.ts'

import type { Core, CoreOptions, SecretBox } from '../core/create-core.ts'
import { createCoreFollower } from './core-follower.ts'
import { explainStart, type Ports } from './explain-start.ts'
import { findFreePort } from './free-port.ts'

export interface ProgramOptions {
  readonly createCore: (options: CoreOptions) => Promise<Core>
  readonly dataDirectory: string | undefined
  /** What the system seals secrets with. */
  readonly secretBox?: SecretBox | undefined
  /** Asked at each start that names none. */
  readonly ports: () => Ports
  readonly events: EventLog
  readonly onProblem: (message: string) => void
  readonly findFree?: typeof findFreePort
}

export interface StartRequest {
  readonly ports?: Ports | undefined
  readonly setAside?: boolean | undefined
}

export interface Program {
  readonly view: ShellView['program']
  /** Resolves whether it then runs or not; `view` says which. One after the other. */
  start(request?: StartRequest): Promise<void>
  call(name: CallName, input: unknown): Promise<unknown>
  /** Rejects while it does not run. */
  restAccess(): Promise<Core['restAccess']>
  /** Somebody listens to what happens in the core, until what it gives back is called. */
  follow(): () => void
  /** Of `view`; the screens hear of it by an event. */
  onChange(listener: () => void): void
  /** Resolves when everything is answered and written. */
  close(): Promise<void>
}

export function createProgram(options: ProgramOptions): Program {
  const { createCore, dataDirectory, secretBox, events, onProblem, findFree = findFreePort } = options
  const follower = createCoreFollower(events)
  const listeners: (() => void)[] = []
  let view: ShellView['program'] = { state: 'starting' }
  let core: Core | undefined
  let isClosed = false
  let turn = Promise.resolve()

  function show(next: ShellView['program']): void {
    view = next
    events.emit('shell.changed', {})
    for (const listener of listeners) listener()
  }

  async function stop(): Promise<void> {
    const stopping = core
    core = undefined
    follower.attach(undefined)
    await stopping?.close()
  }

  async function begin({ ports = options.ports(), setAside }: StartRequest): Promise<void> {
    if (isClosed) return
    show({ state: 'starting' })
    try {
      await stop()
      core = await createCore({
        dataDirectory,
        secretBox,
        port: ports.issuer,
        uiPort: ports.screens,
        setAside,
        onProblem,
      })
      follower.attach(core)
      // What the screens know is of an earlier start, or of other data.
      events.skip()
      show(core.program)
    } catch (error) {
      show({ state: 'failed', error: await explainStart(error, ports, findFree) })
    }
  }

  /** A second request waits for the first: two cores cannot share the ports or the data. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  /** Whoever asks while it starts is answered when it has. */
  async function running(): Promise<Core> {
    if (view.state === 'starting') await turn
    if (!core) throw notRunning()
    return core
  }

  return {
    get view() {
      return view
    },
    start: (request = {}) => inTurn(() => begin(request)),
    call: async (name, input) => (await running()).call(name, input),
    restAccess: async () => (await running()).restAccess,
    onChange: (listener) => void listeners.push(listener),
    follow: follower.hold,
    close() {
      isClosed = true
      follower.close()
      return inTurn(stop)
    },
  }
}

function notRunning(): ValetKeyError {
  return new ValetKeyError('not_running', 'Valet Key is not running, so this cannot be answered. Start it first.')
}
