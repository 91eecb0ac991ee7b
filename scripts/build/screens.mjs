import { build } from 'vite'
import { inRoot } from '../lib/paths.mjs'
import { say } from '../lib/say.mjs'
import { compressFolder } from './compress.mjs'
import { loadDesktopConfig } from './desktop.mjs'
import { assertWithinBudget, measureStart } from './initial-size.mjs'
import { filesOf } from './output.mjs'

/**
 * Bundles the screens, which both shells show, and puts a compressed copy beside every text file.
 *
 * @returns {Promise<string[]>} the modules that went in
 */
export async function bundleScreens() {
  const { renderer } = await loadDesktopConfig()
  if (!renderer) throw new Error('electron.vite.config.ts describes no screens')
  const files = filesOf(await build({ ...renderer, logLevel: 'warn' }))
  await compressFolder(inRoot('out', 'screens'))
  const size = measureStart(files)
  say(`  JavaScript that the screens start with: ${kilobytes(size.gzip)} gzip, ${kilobytes(size.brotli)} brotli`)
  assertWithinBudget(size)
  return files.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`
}
