import { isBuiltin } from 'node:module'
import { relative } from 'node:path'
import { inRoot, root } from '../lib/paths.mjs'

/**
 * Fails when something that a browser does not have reaches the screens; vite would put an empty object in its place,
 * and the screens would break where it is first used.
 *
 * @type {import('vite').Plugin}
 */
export const browserOnly = {
  name: 'browser-only',
  enforce: 'pre',
  applyToEnvironment: ({ config }) => config.consumer === 'client',
  resolveId(id, importer) {
    const reason = importer && reasonAgainst(id)
    if (reason) this.error(`The screens run in a browser, and ${nameOf(importer)} imports "${id}": ${reason}`)
  },
  load(id) {
    if (id.startsWith(inRoot('electron/'))) {
      this.error(`The screens know the core by its contract only, and something in them imports ${nameOf(id)}.`)
    }
  },
}

/** @param {string} id */
export function reasonAgainst(id) {
  if (/^electron(\/|$)/.test(id)) return 'that is for electron/desktop. Ask through renderer/bridge.'
  if (id === 'better-sqlite3') return 'that is for electron/core/store. Ask through renderer/bridge.'
  if (isBuiltin(id)) return 'that is part of Node. Use what browsers have, or ask through renderer/bridge.'
  return undefined
}

/** @param {string} id */
function nameOf(id) {
  return relative(root, id)
}
