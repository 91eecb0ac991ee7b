import type { ShellView } from '#shared/contract/calls/shell.ts'

const NAMES: Readonly<Record<string, ShellView['platform']>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }

export function namePlatform(platform: NodeJS.Platform): ShellView['platform'] {
  return NAMES[platform] ?? 'other'
}
