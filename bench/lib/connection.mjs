// One keep-alive connection, one exchange at a time, on a bare socket: a client that costs little beside the server.
import { connect } from 'node:net'

/**
 * @typedef {{ status: number, head: string, body: string }} Answer
 * @typedef {{ send(request: string): Promise<Answer>, close(): void }} Connection
 */

/**
 * @param {string} origin
 * @returns {Promise<Connection>}
 */
export function openConnection(origin) {
  const { port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port), noDelay: true })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(exchangeOn(socket))
    })
  })
}

/**
 * @param {import('node:net').Socket} socket
 * @returns {Connection}
 */
function exchangeOn(socket) {
  /** @type {PromiseWithResolvers<Answer> | undefined} */
  let waiting
  let pending = ''
  socket.on('data', (chunk) => {
    pending += chunk.toString('latin1')
    const answer = readAnswer(pending)
    if (answer === undefined || waiting === undefined) return
    const { resolve } = waiting
    waiting = undefined
    pending = ''
    resolve(answer)
  })
  const fail = () => waiting?.reject(new Error('the server closed the connection before it had answered'))
  socket.on('error', fail)
  socket.on('close', fail)
  return {
    send(request) {
      waiting = Promise.withResolvers()
      socket.write(request)
      return waiting.promise
    },
    close: () => void socket.destroy(),
  }
}

/**
 * Undefined until it is whole.
 *
 * @param {string} text
 * @returns {Answer | undefined}
 */
function readAnswer(text) {
  const end = text.indexOf('\r\n\r\n')
  if (end === -1) return undefined
  const head = text.slice(0, end + 2)
  const body = text.slice(end + 4)
  const status = Number(text.slice(9, 12))
  const length = /\r\ncontent-length: (\d+)/i.exec(head)
  if (length) return body.length >= Number(length[1]) ? { status, head, body } : undefined
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return { status, head, body: '' }
  return body.endsWith('0\r\n\r\n') ? { status, head, body: joinChunks(body) } : undefined
}

/** @param {string} body */
function joinChunks(body) {
  let joined = ''
  for (let at = 0; at < body.length;) {
    const lineEnd = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.slice(at, lineEnd), 16)
    if (!(size > 0)) break
    joined += body.slice(lineEnd + 2, lineEnd + 2 + size)
    at = lineEnd + 2 + size + 2
  }
  return joined
}
