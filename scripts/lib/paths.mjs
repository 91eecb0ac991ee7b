import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. Every script works from any current folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** @param {string[]} parts */
export function inRoot(...parts) {
  return join(root, ...parts)
}

/** What the headless program is started from once it is built. */
export const headlessEntry = inRoot('out', 'headless', 'valetkey.js')
