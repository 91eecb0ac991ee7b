// npm run dev:gallery: every primitive of the screens in all its states, from the sources, with hot reload.
import { once } from 'node:events'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'

await main(async () => {
  ensureInstalled()
  const { startScreensServer } = await import('./lib/screens-server.mjs')
  const server = await startScreensServer()
  console.log(`The gallery is at ${server.address}gallery/\nStop it with Ctrl+C.`)
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)))
  await server.close()
  return 0
})
