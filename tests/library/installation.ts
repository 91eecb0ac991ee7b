/** The package as its users get it: packed by npm, and installed from the tarball into a project of its own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

import { root } from './example-folder.ts'

export interface Ran {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Packed {
  readonly tarball: string
  readonly files: readonly string[]
  readonly unpackedSize: number
}

/** This Node first, and nothing that an npm above this test would hand down but where the registry is. */
export const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?!config_(registry|cache|userconfig)$)/i.test(name)),
  ),
  PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
}

export function exec(folder: string, program: string, args: readonly string[]): Ran {
  // npm and npx are batch files on Windows, which start through a shell only.
  const shell = process.platform === 'win32' && !program.endsWith('.exe')
  const { status, signal, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    shell,
  })
  return { status, signal, stdout, stderr }
}

/** Whether there is a registry to install from; what comes from it is the one dependency of the package. */
export function canInstall(): boolean {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  return Object.entries(dependencies).every(([name, version]) => {
    const asked = exec(root, 'npm', [
      'view',
      `${name}@${version}`,
      'version',
      '--fetch-retries=0',
      '--fetch-timeout=15000',
    ])
    return asked.status === 0 && asked.stdout.includes(version)
  })
}

/** Of what is built: `prepack` would build again, under the feet of the tests that run beside this one. */
export function pack(folder: string): Packed {
  const { stdout, stderr, status } = exec(root, 'npm', [
    'pack',
    '--ignore-scripts',
    '--json',
    '--pack-destination',
    folder,
  ])
  if (status !== 0) throw new Error(`npm pack ended with ${status}: ${stderr}`)
  const report: unknown = JSON.parse(stdout)
  const [entry] = Object.values(report as Record<string, PackReport>)
  if (!entry) throw new Error(`npm pack reported nothing: ${stdout}`)
  return {
    tarball: join(folder, entry.filename),
    files: entry.files.map(({ path }) => path),
    unpackedSize: entry.unpackedSize,
  }
}

interface PackReport {
  readonly filename: string
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

export function makeFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `valetkey-${name}-`))
}

/** An empty project with the package in it. */
export function install(tarball: string): string {
  const folder = makeFolder('project')
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }))
  const { status, stderr } = exec(folder, 'npm', ['install', tarball, '--ignore-scripts', '--no-audit', '--no-fund'])
  if (status !== 0) throw new Error(`npm install ended with ${status}: ${stderr}`)
  return folder
}
