// A load generator that costs little itself: raw sockets, one request at a time on each connection.
import { connect } from 'node:net'

/**
 * @typedef {{ requests: number, seconds: number, perSecond: number, p50: number, p99: number, failures: number }} Load
 */

/**
 * Keeps `connections` busy until `requests` answers have come.
 *
 * @param {{ origin: string, connections: number, requests: number, next: () => string, expect?: number }} options
 * @returns {Promise<Load>}
 */
export async function load({ origin, connections, requests, next, expect = 200 }) {
  const { hostname, port } = new URL(origin)
  const latencies = new Float64Array(requests)
  let started = 0
  let done = 0
  let failures = 0
  const begin = performance.now()
  await Promise.all(Array.from({ length: Math.min(connections, requests) }, () => run()))
  const seconds = (performance.now() - begin) / 1000
  latencies.sort()
  return {
    requests,
    seconds,
    perSecond: requests / seconds,
    p50: latencies[Math.floor(requests * 0.5)] ?? 0,
    p99: latencies[Math.floor(requests * 0.99)] ?? 0,
    failures,
  }

  function run() {
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname === 'localhost' ? '127.0.0.1' : hostname, port: Number(port), noDelay: true })
      let sentAt = 0
      let pending = ''
      const send = () => {
        if (started >= requests) return socket.end(() => resolve(undefined))
        started += 1
        sentAt = performance.now()
        socket.write(next())
      }
      socket.on('connect', send)
      socket.on('error', reject)
      socket.on('data', (chunk) => {
        pending += chunk.toString('latin1')
        const end = answerEnd(pending)
        if (end === -1) return
        latencies[done] = performance.now() - sentAt
        done += 1
        if (Number(pending.slice(9, 12)) !== expect) failures += 1
        pending = pending.slice(end)
        send()
      })
    })
  }
}

/** @param {string} text */
function answerEnd(text) {
  const head = text.indexOf('\r\n\r\n')
  if (head === -1) return -1
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head + 2))
  if (length) {
    const end = head + 4 + Number(length[1])
    return text.length >= end ? end : -1
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(text.slice(0, head + 2))) return head + 4
  const last = text.indexOf('\r\n0\r\n\r\n', head)
  return last === -1 ? -1 : last + 7
}

/**
 * @param {string} origin
 * @param {string} path
 * @param {Record<string, string>} form
 * @param {Record<string, string>} [headers]
 */
export function post(origin, path, form, headers = {}) {
  const body = new URLSearchParams(form).toString()
  const lines = Object.entries({
    host: new URL(origin).host,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`)
  return `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`
}

/**
 * @param {string} origin
 * @param {string} path
 * @param {Record<string, string>} [headers]
 */
export function get(origin, path, headers = {}) {
  const lines = Object.entries({ host: new URL(origin).host, ...headers }).map(([name, value]) => `${name}: ${value}`)
  return `GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
}
