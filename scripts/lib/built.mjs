import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, projectEnvironment } from './node.mjs'
import { headlessEntry, inRoot, root } from './paths.mjs'
import { say } from './say.mjs'

export const stampFile = inRoot('out', '.built')

/** What the programs are made of, the screens aside. */
export const programInputs = [
  'electron',
  'shared',
  'resources',
  'scripts/build.mjs',
  'scripts/build',
  'electron.vite.config.ts',
  '.config/tsconfig.base.json',
  'package.json',
  'package-lock.json',
]

const inputs = [...programInputs, 'renderer']

/** Builds when what is built is not made of the sources as they are now. */
export function ensureBuilt() {
  if (isFresh()) return
  say(existsSync(headlessEntry) ? 'The sources have changed: building …' : 'Building …')
  build()
}

/** @param {string[]} parts left out: everything */
export function build(...parts) {
  const result = spawnSync(findNode(), [inRoot('scripts', 'build.mjs'), ...parts], {
    cwd: root,
    env: projectEnvironment(),
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (result.status !== 0) throw new Error('The build failed. Its reason stands above.')
}

export function isFresh() {
  return existsSync(stampFile) && existsSync(headlessEntry) && readFileSync(stampFile, 'utf8') === fingerprint()
}

/**
 * Names, sizes and times of all sources in one hash. Times alone would miss a file that was deleted, or replaced by an
 * older one; reading every file would cost more than the start it guards.
 */
export function fingerprint(folder = root, paths = inputs) {
  const hash = createHash('sha256')
  for (const path of paths) for (const line of describe(folder, path)) hash.update(line)
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {Generator<string>}
 */
function* describe(folder, path) {
  const stats = statSync(join(folder, path), { throwIfNoEntry: false })
  if (stats === undefined || isTest(path)) return
  if (!stats.isDirectory()) yield `${path} ${stats.size} ${stats.mtimeMs}\n`
  else for (const name of readdirSync(join(folder, path)).sort()) yield* describe(folder, `${path}/${name}`)
}

/** @param {string} path */
function isTest(path) {
  return /\.test\.tsx?$/.test(path)
}
