import { writeFileSync } from 'node:fs'
import { resolveConfig } from 'electron-vite'
import { build } from 'vite'
import { inRoot, root } from '../lib/paths.mjs'

/**
 * Bundles the desktop app as electron.vite.config.ts describes it. electron-vite's own `build` does the same two steps,
 * and keeps to itself which modules went in.
 *
 * @returns {Promise<string[]>} the modules that went in
 */
export async function bundleDesktop() {
  process.env['NODE_ENV_ELECTRON_VITE'] = 'production'
  const { config } = await resolveConfig(
    { root, configFile: inRoot('electron.vite.config.ts'), logLevel: 'warn', ignoreConfigWarning: true },
    'build',
    'production',
  )
  nameEntry(config?.main)
  const modules = []
  for (const target of [config?.main, config?.preload, config?.renderer]) {
    if (target) modules.push(...modulesOf(await build(target)))
  }
  writeFileSync(inRoot('out', 'desktop', 'main.js'), `import './${ENTRY}'\n`)
  return modules
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

/** @param {Awaited<ReturnType<typeof build>>} results */
function modulesOf(results) {
  return [results]
    .flat()
    .flatMap((result) => ('output' in result ? result.output : []))
    .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
}
