import { writeFileSync } from 'node:fs'
import { resolveConfig } from 'electron-vite'
import { build } from 'vite'
import { inRoot, root } from '../lib/paths.mjs'
import { filesOf } from './output.mjs'

/**
 * Bundles the desktop app as electron.vite.config.ts describes it. electron-vite's own `build` does the same steps, and
 * keeps to itself which modules went in. The screens are a part of their own: scripts/build/screens.mjs.
 *
 * @returns {Promise<string[]>} the modules that went in
 */
export async function bundleDesktop() {
  const { main, preload } = await loadDesktopConfig()
  nameEntry(main)
  const files = []
  for (const target of [main, preload]) if (target) files.push(...filesOf(await build(target)))
  writeFileSync(inRoot('out', 'desktop', 'main.js'), `import './${ENTRY}'\n`)
  return files.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
}

/** What electron.vite.config.ts says, with what electron-vite adds to it. */
export async function loadDesktopConfig() {
  process.env['NODE_ENV_ELECTRON_VITE'] = 'production'
  const { config } = await resolveConfig(
    { root, configFile: inRoot('electron.vite.config.ts'), logLevel: 'warn', ignoreConfigWarning: true },
    'build',
    'production',
  )
  if (config === undefined) throw new Error('electron.vite.config.ts could not be read')
  return config
}

/**
 * npm packs what "main" names whatever "files" says, and Electron starts it. So it is one line that imports the
 * program, and the program is no part of the package.
 */
const ENTRY = 'app.js'

/** @param {import('vite').InlineConfig | undefined} config */
function nameEntry(config) {
  const output = config?.build?.rolldownOptions?.output
  if (output === undefined || Array.isArray(output)) throw new Error('electron.vite.config.ts names no single output')
  output.entryFileNames = ({ name }) => (name === 'main' ? ENTRY : '[name].js')
}
