/** Starting at login on Linux: a file in a folder that every desktop reads (freedesktop.org, Desktop Application Autostart). */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

import { QUIET } from './quiet-start.ts'

export function findAutostartFile(env: NodeJS.ProcessEnv, home = homedir()): string {
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'autostart', 'valetkey.desktop')
}

export function buildAutostartEntry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Valet Key',
    'Comment=OAuth and OpenID Connect playground',
    `Exec=${quoteForExec(program)} ${QUIET}`,
    'Terminal=false',
    '',
  ].join('\n')
}

/** Twice: once for the value of a key, once for the argument in it (Desktop Entry Specification, "The Exec key"). */
function quoteForExec(argument: string): string {
  const quoted = argument.replace(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')
  return `"${quoted.replaceAll('\\', '\\\\')}"`
}

export function createAutostartFile(file: string, program: string) {
  return {
    get: () => existsSync(file),
    set(on: boolean): void {
      if (!on) return rmSync(file, { force: true })
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, buildAutostartEntry(program))
    },
  }
}
