import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'
import { inRoot } from './paths.mjs'

const oldest = { major: 22, minor: 12 }

export const installedNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The Node that came with the dependencies; where that is missing, this process's own if it is new enough. */
export function findNode() {
  if (existsSync(installedNode)) return installedNode
  if (isNewEnough(process.versions.node)) return process.execPath
  throw new Error(
    `This is Node ${process.versions.node}, and the Node 24 that comes with the dependencies is missing. ` +
      'Run "npm ci" once, with install scripts allowed for the package "node", or use Node 22.12 or newer.',
  )
}

/** @param {string} version */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor)
}

/** The environment in which `node` and every installed command are the project's own, whatever the machine has. */
export function projectEnvironment() {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [name]: [inRoot('node_modules', '.bin'), process.env[name]].join(delimiter) }
}
