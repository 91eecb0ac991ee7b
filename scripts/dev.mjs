// npm run dev: the desktop app, started again when its sources change.
import { rmSync } from 'node:fs'
import { ensureBuilt, stampFile } from './lib/built.mjs'
import { findDesktop } from './lib/desktop.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { findNode, projectEnvironment } from './lib/node.mjs'
import { inRoot, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { say } from './lib/say.mjs'

await main(async () => {
  ensureInstalled()
  const desktop = findDesktop()
  if ('missing' in desktop) {
    say(`The desktop app cannot run here: ${desktop.missing}. Use: npm run dev:headless`)
    return 1
  }
  // For the resources, which are not among what electron-vite makes.
  ensureBuilt()
  // What this leaves in out/ is made for development: whoever starts from there next builds it anew.
  rmSync(stampFile, { force: true })
  const electronVite = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { code } = await run(findNode(), [electronVite, 'dev', '--watch'], { cwd: root, env: projectEnvironment() })
  return code
})
