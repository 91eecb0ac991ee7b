/** HTTP over a bare socket: sends bytes as they are, and judges what comes back as a strict client would. */
import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  /** Names in lower case; of repeated ones every value. */
  readonly headers: Readonly<Record<string, readonly string[]>>
  readonly body: Buffer
}

export interface Target {
  readonly port: number
  readonly host?: string
}

/** No answer is worth waiting for longer; whatever takes that long is a hang. */
const BOUND = 10_000

/** Opens a connection, and gives it back once it stands. */
export function dial({ port, host = '127.0.0.1' }: Target): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host }, () => {
      socket.off('error', reject)
      socket.on('error', () => undefined)
      resolve(socket)
    })
    socket.once('error', reject)
  })
}

/** Sends all of it and reads until the other side closes; the request should ask for that by `Connection: close`. */
export async function exchange(target: Target, bytes: Uint8Array, method = 'GET'): Promise<Answer> {
  const answers = parseAnswers(await converse(target, bytes), method)
  const [answer, ...more] = answers.filter(({ status }) => status >= 200)
  if (!answer || more.length > 0) throw new Error(`expected one answer, got ${more.length + (answer ? 1 : 0)}`)
  return answer
}

/** Everything that came back until the other side closed. */
export async function converse(target: Target, bytes: Uint8Array): Promise<Buffer> {
  const socket = await dial(target)
  const answered = readToEnd(socket)
  socket.write(bytes)
  return await answered
}

export function readToEnd(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.destroy()
      reject(
        new Error(`not closed within ${BOUND} ms; so far: ${Buffer.concat(chunks).toString('latin1').slice(0, 200)}`),
      )
    }, BOUND)
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks))
    })
  })
}

/** Resolves with what has come as soon as it contains the text. */
export function readUntil(socket: Socket, text: string): Promise<string> {
  let received = ''
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no ${JSON.stringify(text)} in ${JSON.stringify(received.slice(0, 300))}`)),
      BOUND,
    )
    const finish = () => {
      clearTimeout(timer)
      resolve(received)
    }
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1')
      if (received.includes(text)) finish()
    })
    socket.once('close', () =>
      received.includes(text) ? finish() : reject(new Error(`closed after ${JSON.stringify(received)}`)),
    )
  })
}

/** Throws unless the bytes are whole HTTP responses and nothing else. */
export function parseAnswers(bytes: Buffer, ...methods: readonly string[]): Answer[] {
  const answers: Answer[] = []
  let rest = bytes
  for (let index = 0; rest.length > 0;) {
    const { answer, after } = parseAnswer(rest, methods[index] ?? methods.at(-1) ?? 'GET')
    answers.push(answer)
    rest = after
    if (answer.status >= 200) index += 1
  }
  return answers
}

function parseAnswer(bytes: Buffer, method: string): { answer: Answer; after: Buffer } {
  const end = bytes.indexOf('\r\n\r\n')
  if (end === -1) throw new Error(`no complete head: ${bytes.toString('latin1').slice(0, 200)}`)
  const [statusLine = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) [\x20-\x7e]*$/.exec(statusLine)?.[1])
  if (!status) throw new Error(`no status line: ${statusLine}`)
  const headers = parseHeaders(lines)
  const { body, after } = parseBody(bytes.subarray(end + 4), headers, status, method)
  return { answer: { status, headers, body }, after }
}

function parseHeaders(lines: readonly string[]): Record<string, string[]> {
  const headers: Record<string, string[]> = {}
  for (const line of lines) {
    const [, name = '', value = ''] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)$/.exec(line) ?? []
    if (name === '') throw new Error(`no header: ${JSON.stringify(line)}`)
    ;(headers[name.toLowerCase()] ??= []).push(value)
  }
  return headers
}

type Headers = Readonly<Record<string, readonly string[]>>

function parseBody(rest: Buffer, headers: Headers, status: number, method: string): { body: Buffer; after: Buffer } {
  const none = { body: Buffer.alloc(0), after: rest }
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return none
  if (headers['transfer-encoding']?.[0] === 'chunked') return parseChunks(rest)
  const length = Number(headers['content-length']?.[0] ?? rest.length)
  if (rest.length < length) throw new Error(`the body ended after ${rest.length} of ${length} bytes`)
  return { body: rest.subarray(0, length), after: rest.subarray(length) }
}

function parseChunks(bytes: Buffer): { body: Buffer; after: Buffer } {
  const chunks: Buffer[] = []
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16)
    if (line === -1 || Number.isNaN(size) || bytes.length < line + 4 + size) throw new Error('the chunks break off')
    chunks.push(bytes.subarray(line + 2, line + 2 + size))
    at = line + 4 + size
    if (size === 0) return { body: Buffer.concat(chunks), after: bytes.subarray(at) }
  }
}
