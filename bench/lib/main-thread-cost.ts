/**
 * What recording costs the thread that answers: the same requests through Node's own classes, recorded and not, on a
 * socket that throws everything away. Counted is the processor time of this thread alone.
 */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { Writable } from 'node:stream'

import { createRecorder } from '../../electron/core/recorder/create-recorder.ts'

const ROUNDS = 21
const REQUESTS = 4_000
const RETENTION = { maxCount: 1_000, maxAge: 3600 }
const FORM = Buffer.from('grant_type=client_credentials&scope=geocode')
const ANSWER = JSON.stringify({ access_token: 'x'.repeat(800), token_type: 'Bearer', expires_in: 3600 })

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Microseconds for each exchange, the median of paired rounds. */
export async function measureMainThreadCost(): Promise<number> {
  const recorder = createRecorder({ file: undefined, mount: '', retention: RETENTION, onProblem: console.error })
  const recorded = recorder.record('http://localhost:4400', answer)
  const differences: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const [bare, whole] = [await run(answer), await run(recorded)]
    differences.push((whole - bare) / REQUESTS)
    await recorder.flush()
  }
  await recorder.close()
  return Number((differences.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0).toFixed(2))
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  request.on('data', () => undefined)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': ANSWER.length })
  response.end(ANSWER)
}

async function run(handler: Handler): Promise<number> {
  const start = process.threadCpuUsage()
  for (let done = 0; done < REQUESTS; done += 100) {
    for (let at = 0; at < 100; at += 1) exchange(handler)
    await new Promise((resolve) => setImmediate(resolve))
  }
  const { user, system } = process.threadCpuUsage(start)
  return user + system
}

const socket = new Socket()

function exchange(handler: Handler): void {
  const request = new IncomingMessage(socket)
  request.method = 'POST'
  request.url = '/token'
  request.httpVersion = '1.1'
  request.rawHeaders = [
    'Host',
    'localhost:4400',
    'Connection',
    'keep-alive',
    'Content-Type',
    'application/x-www-form-urlencoded',
    'Authorization',
    `Basic ${'x'.repeat(48)}`,
    'Content-Length',
    String(FORM.length),
  ]
  request.headers = { 'content-length': String(FORM.length) }
  const response = new ServerResponse(request)
  response.assignSocket(sink() as unknown as Socket)
  response.once('finish', () => response.emit('close'))
  handler(request, response)
  request.push(FORM)
  request.push(null)
}

function sink(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
