// npm pack and npm publish: what goes into the package is made of the sources as they are now.
import { ensureBuilt } from '../lib/built.mjs'
import { ensureInstalled } from '../lib/install.mjs'
import { main } from '../lib/main.mjs'

await main(() => {
  ensureInstalled()
  ensureBuilt()
  return 0
})
