/** A WebSocket's handshake over a bare socket, so that every header can be what no browser would send. */
import { dial } from '../../robustness/support/raw-http.ts'

export interface Asked {
  readonly path?: string
  readonly method?: string
  /** Left out: nothing is sent. Several under one name: an array. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

export interface Handshake {
  readonly status: number
  /** Everything that came up to the end of the headers, and what of the body came with it. */
  readonly text: string
}

const KEY = { 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }

export async function shakeHands(
  port: number,
  { path = '/socket', method = 'GET', headers }: Asked,
): Promise<Handshake> {
  const socket = await dial({ port })
  const all = { connection: 'Upgrade', upgrade: 'websocket', ...KEY, ...headers }
  const lines = Object.entries(all).flatMap(([name, value]) => [value ?? []].flat().map((one) => `${name}: ${one}\r\n`))
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`)
  const text = await new Promise<string>((resolve) => {
    let received = ''
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1')
      if (received.includes('\r\n\r\n')) resolve(received)
    })
    socket.on('close', () => resolve(received))
  })
  socket.destroy()
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text }
}
