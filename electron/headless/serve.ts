import type { KeyPairKeyObjectResult } from 'node:crypto'

import { type Core, createCore, defaultDataDirectory } from '../core/create-core.ts'
import { EXIT } from './exit-codes.ts'
import { openBrowser } from './open-browser.ts'
import { loadScreens } from './screens/load-screens.ts'
import { parseServeFlags, SERVE_HELP, type ServeFlags } from './serve-flags.ts'

/** Runs until a signal asks it to stop; resolves with the exit code. */
export async function serve(args: readonly string[], rsaKey?: Promise<KeyPairKeyObjectResult>): Promise<number> {
  const flags = parseServeFlags(args)
  if (flags.help) {
    process.stdout.write(SERVE_HELP)
    return EXIT.ok
  }
  // Watched from the start: whoever stops the program while it starts expects the same tidy end.
  const stop = untilSignal()
  const core = await createCore({
    dataDirectory: flags.ephemeral ? undefined : (flags.data ?? defaultDataDirectory(process.platform, process.env)),
    port: flags.port,
    uiPort: flags.uiPort,
    issuer: flags.issuer,
    permissive: flags.permissive,
    screens: flags.screens && loadScreens,
    config: flags.config,
    setAside: flags.setAside,
    recording: flags.recording,
    rsaKey,
    onProblem: (message) => process.stderr.write(`${message}\n`),
  })
  process.stdout.write(flags.json ? `${JSON.stringify(readyEvent(core, flags))}\n` : readyText(core, flags))
  if (flags.open && flags.screens) openBrowser(core.ui)
  await stop
  await core.close()
  return EXIT.ok
}

/** A second signal means now: the first may be waiting for a request that does not end. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve()
        process.once(signal, () => process.exit(EXIT.cannotRun))
      })
    }
  })
}

function readyEvent(core: Core, { screens }: ServeFlags) {
  const { issuer, discovery, ui, api, token } = core
  return { event: 'ready', issuer, discovery, ...(screens && { ui }), api, token, pid: process.pid }
}

function readyText(core: Core, { screens }: ServeFlags): string {
  const lines = [
    ['Issuer', core.issuer],
    ['Discovery', core.discovery],
    ...(screens ? [['Screens', core.ui]] : []),
    ['Data', core.dataDirectory ?? 'in memory, gone when it stops'],
  ]
  const rows = lines.map(([name = '', value]) => `  ${name.padEnd(10)} ${value}`)
  return ['Valet Key is ready. Stop it with Ctrl+C.', ...rows, ''].join('\n')
}
