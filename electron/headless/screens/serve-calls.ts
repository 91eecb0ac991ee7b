/** Loaded with the first socket, since the validator comes along. */
import type { ShellView } from '#shared/contract/calls/shell.ts'
import type { EventLog } from '#shared/frames/event-log.ts'
import type { Following } from '#shared/frames/following.ts'
import { routeCalls } from '#shared/frames/route-calls.ts'
import { type FramePeer, type FrameServer, serveFrames } from '#shared/frames/serve-frames.ts'

import packageJson from '../../../package.json' with { type: 'json' }
import type { ScreensContext } from '../../core/create-core.ts'

export interface CallServerOptions {
  readonly context: ScreensContext
  readonly events: EventLog
  readonly following: Following
}

export function createCallServer({ context, events, following }: CallServerOptions): (peer: FramePeer) => FrameServer {
  const call = routeCalls({
    core: context.call,
    shell: {
      'shell.get': () => describeShell(context),
      'shell.getAccess': context.restAccess.get,
      'shell.tryRest': ({ path }: { path: string }) => context.restAccess.read(path),
    },
  })
  return (peer) => {
    const release = following.hold()
    const frames = serveFrames({ call, events, onProblem: context.onProblem }, peer)
    return {
      ...frames,
      close() {
        frames.close()
        release()
      },
    }
  }
}

const PLATFORMS: Readonly<Record<string, ShellView['platform']>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }

function describeShell({ program }: ScreensContext): ShellView {
  return { kind: 'headless', version: packageJson.version, platform: PLATFORMS[process.platform] ?? 'other', program }
}
