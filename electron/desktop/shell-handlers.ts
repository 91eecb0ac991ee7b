/** The calls that the shell answers, over the parts that do what they ask. */
import { mkdir } from 'node:fs/promises'

import type * as z from 'zod'

import type { desktopCalls, shellCalls, ShellView } from '#shared/contract/calls/shell.ts'
import { ValetKeyError } from '#shared/errors.ts'

import { openOutside } from './guard-navigation.ts'
import { namePlatform } from './name-platform.ts'
import type { PreferenceStore } from './preferences.ts'
import type { Program } from './program.ts'
import type { UserAgent } from './user-agent/create-user-agent.ts'

type Calls = typeof shellCalls & typeof desktopCalls

/** Handed what the schema of the call let through. */
export type ShellHandlers = {
  readonly [Name in keyof Calls]: (
    input: z.output<Calls[Name]['input']>,
  ) => z.output<Calls[Name]['output']> | Promise<z.output<Calls[Name]['output']>>
}

export interface ShellParts {
  readonly version: string
  readonly dataDirectory: string
  readonly program: Program
  readonly preferences: PreferenceStore
  readonly userAgent: UserAgent
  /** Resolves with what went wrong, as Electron's own does. */
  readonly openPath: (path: string) => Promise<string>
}

export function createShellHandlers(parts: ShellParts): ShellHandlers {
  const { version, dataDirectory, program, preferences, userAgent, openPath } = parts

  function view(): ShellView {
    return { kind: 'desktop', version, platform: namePlatform(process.platform), program: program.view }
  }

  function viewPreferences() {
    const { view: now } = program
    return preferences.view(now.state === 'running' ? now.ports : undefined)
  }

  return {
    ...userAgent.handlers,
    'shell.get': view,
    'shell.getAccess': async () => (await program.restAccess()).get(),
    'shell.tryRest': async ({ path }) => (await program.restAccess()).read(path),
    async 'shell.start'(request) {
      await program.start(request)
      return view()
    },
    async 'shell.showDataDirectory'() {
      await mkdir(dataDirectory, { recursive: true }).catch(() => undefined)
      const failure = await openPath(dataDirectory)
      if (failure !== '') throw new ValetKeyError('cannot_show', `${dataDirectory} could not be shown: ${failure}`)
      return {}
    },
    'shell.openOutside'({ address }) {
      if (!openOutside(address)) throw notForBrowsers()
      return {}
    },
    'preferences.get': viewPreferences,
    'preferences.change'({ changes }) {
      preferences.change(changes)
      return viewPreferences()
    },
  }
}

function notForBrowsers(): ValetKeyError {
  return new ValetKeyError('invalid', 'Only http and https addresses are opened in the browser.')
}
