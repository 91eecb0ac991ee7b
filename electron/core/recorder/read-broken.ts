import type { RawExchange } from './raw-exchange.ts'

const FIRST_LINE = /^([A-Za-z]{1,20}) (\S+) HTTP\/(\d\.\d)\r?\n/

/** What was no HTTP as a whole often begins like it, and then says where it was meant to go. */
export function readBroken(raw: RawExchange): RawExchange {
  if (raw.method !== '') return raw
  const [line = '', method = '', path = '', httpVersion = ''] = FIRST_LINE.exec(raw.requestBody.text) ?? []
  if (method === '') return raw
  const [head = ''] = raw.requestBody.text.slice(line.length).split(/\r?\n\r?\n/, 1)
  const requestHeaders = head.split(/\r?\n/).flatMap(splitHeader)
  const host = requestHeaders[requestHeaders.findIndex((name) => /^host$/i.test(name)) + 1] ?? ''
  return {
    ...raw,
    method,
    httpVersion,
    requestHeaders,
    url: path.startsWith('/') && host ? `http://${host}${path}` : path,
  }
}

function splitHeader(line: string): string[] {
  const colon = line.indexOf(':')
  return colon < 1 ? [] : [line.slice(0, colon), line.slice(colon + 1).trim()]
}
