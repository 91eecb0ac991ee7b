import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below those that a system gives to whoever asks for any: none of them is taken before the program starts. */
const [FROM, COUNT] = [12_000, 20_000]

/** A port that nobody listens on. Only where a test must know it before the program starts; else port 0 is better. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FROM + Math.floor(Math.random() * COUNT)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('listening', () => resolve(true))
    server.once('error', () => resolve(false))
  })
  if (!isListening) return false
  server.close()
  await once(server, 'close')
  return true
}
