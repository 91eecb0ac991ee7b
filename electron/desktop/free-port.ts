import { createServer } from 'node:net'

/** As many numbers after the one that is taken as a person would try by hand. */
const NEAREST = 20

/** A port that nothing listens on now: close to the one that was wanted where there is one, so that it can be remembered. */
export async function findFreePort(near: number, taken: readonly number[], isFree = canListen): Promise<number> {
  for (let port = near + 1; port <= Math.min(near + NEAREST, 65_535); port += 1) {
    if (!taken.includes(port) && (await isFree(port))) return port
  }
  return anyPort()
}

async function canListen(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => listen(port, host)))
  // A machine without one of the two has no other program on it there.
  return answers.every((answer) => answer !== 'EADDRINUSE' && answer !== 'EACCES') && answers.includes(port)
}

async function anyPort(): Promise<number> {
  const port = await listen(0, '127.0.0.1')
  return typeof port === 'number' ? port : 0
}

/** Resolves with the port that it was, or the code of what was in the way. */
function listen(port: number, host: string): Promise<number | string> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
    server.listen({ port, host, exclusive: true, ipv6Only: host === '::1' }, () => {
      const address = server.address()
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 'unknown'))
    })
  })
}
