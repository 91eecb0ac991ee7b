// Who the program is measured against.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer } from './processes.mjs'

const BARE = fileURLToPath(new URL('../peers/bare-oidc-provider.mjs', import.meta.url))
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MOCK = 'oauth2-mock-server'

/** oidc-provider by itself, keeping everything in memory. */
export function startBare() {
  return startServer([BARE], (line) => JSON.parse(line).issuer)
}

/** oauth2-mock-server by its own command, with its defaults but the port. */
export function startMock() {
  return startServer([mockCommand(), '-p', '0'], (line) => {
    const address = /https?:\/\/\S+?:(\d+)/.exec(line)
    return address === null ? undefined : `http://localhost:${address[1]}`
  })
}

export function mockCommand() {
  return join(folderOf(MOCK), 'dist', 'oauth2-mock-server.mjs')
}

/** @param {string} name */
export function versionOf(name) {
  return String(JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')).version)
}

/**
 * `VALETKEY_BENCH_PEERS` names a folder with a `node_modules` of its own, for a peer that is not installed here.
 *
 * @param {string} name
 */
function folderOf(name) {
  const places = [ROOT, process.env['VALETKEY_BENCH_PEERS']].filter((place) => place !== undefined)
  const found = places.map((place) => join(place, 'node_modules', name)).find((folder) => existsSync(folder))
  if (found === undefined) throw new Error(`${name} is not installed. Run npm install first.`)
  return found
}
