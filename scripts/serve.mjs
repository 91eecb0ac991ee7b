// npm run serve -- FLAGS: the headless program, built first when what is built is older than the sources.
import { ensureBuilt } from './lib/built.mjs'
import { serve } from './lib/headless.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'

await main(() => {
  ensureInstalled()
  ensureBuilt()
  return serve(process.argv.slice(2))
})
