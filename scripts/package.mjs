// npm run package -- FLAGS: the desktop app as an installer for this system, by electron-builder. docs/packaging.md.
import { ensureBuilt } from './lib/built.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { findNode, projectEnvironment } from './lib/node.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

await main(async () => {
  ensureInstalled()
  ensureBuilt()
  const builder = inRoot('node_modules', 'electron-builder', 'cli.js')
  const args = [builder, '--config', inRoot('.config', 'electron-builder.mjs'), ...process.argv.slice(2)]
  const { code } = await run(findNode(), args, { cwd: root, env: projectEnvironment() })
  return code
})
