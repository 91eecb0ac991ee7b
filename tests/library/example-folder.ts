/** The examples as somebody who follows the documentation has them: a folder of their own, the packages installed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

const PACKAGES = ['openid-client', 'vitest', '@playwright/test', 'vite']

/** Links in place of an installation: what is tested is the examples, and installing is tested elsewhere. */
export function copyExamples(): string {
  const folder = mkdtempSync(join(tmpdir(), 'valetkey-examples-'))
  cpSync(join(root, 'docs/examples'), folder, { recursive: true })
  link(root, join(folder, 'node_modules/valetkey'))
  for (const name of PACKAGES) link(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  return folder
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  symlinkSync(target, path, 'junction')
}

export interface Ran {
  readonly code: number | null
  readonly output: string
}

/** With nothing in the environment that says it runs inside another test. */
export async function run(
  folder: string,
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST|NODE_ENV|PLAYWRIGHT)/.test(name))
  const child = spawn(program, args, { cwd: folder, env: { ...Object.fromEntries(own), NO_COLOR: '1', ...env } })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(String(chunk)))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output: output.join('') }
}
