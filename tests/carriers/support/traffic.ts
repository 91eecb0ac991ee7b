/** Requests that an application makes, each to be told from the others in what is recorded. */
import { Agent, request } from 'node:http'

export function createTraffic(issuer: string, connections = 16) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const run = crypto.randomUUID()
  let last = 0

  function ask(): Promise<void> {
    last += 1
    const url = `${issuer}/jwks?run=${run}&n=${last}`
    return new Promise((resolve, reject) => {
      const sent = request(url, { agent }, (response) => response.resume().on('end', resolve))
      sent.on('error', reject)
      sent.end()
    })
  }

  return {
    /** How many were made. */
    count: () => last,
    ask,
    askMany: (count: number) => Promise.all(Array.from({ length: count }, ask)),
    /** Which of the requests it was; undefined when it is none of these. */
    numberOf(url: string): number | undefined {
      const { searchParams } = new URL(url)
      return searchParams.get('run') === run ? Number(searchParams.get('n')) : undefined
    },
    close: () => agent.destroy(),
  }
}
