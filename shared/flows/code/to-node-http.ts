import { JAVASCRIPT, writeBlock, writeString } from './literals.ts'
import type { SnippetRequest } from './read-request.ts'
import { writeHeaders } from './write-headers.ts'

const { indent } = JAVASCRIPT

/** For what `fetch` refuses to send. */
export function toNodeHttp(request: SnippetRequest, obstacle: string): string {
  const { method, url, body } = request
  const headers = [
    ...writeHeaders(request),
    ...(body === undefined ? [] : [`'content-length': Buffer.byteLength(body)`]),
  ]
  const members = [
    `method: ${writeString(method)}`,
    ...(headers.length === 0 ? [] : [`headers: ${writeBlock('{}', headers, indent, indent)}`]),
  ]
  return [
    `// fetch does not send ${obstacle}, so this is Node's own client.`,
    '// Node 18 or newer. Save it as request.mjs, then: node request.mjs',
    `import { once } from 'node:events'`,
    `import { request } from 'node:${url.startsWith('https:') ? 'https' : 'http'}'`,
    `import { text } from 'node:stream/consumers'`,
    '',
    ...(body === undefined ? [] : [`const body = ${writeString(body.text)}`]),
    `const sent = request(${writeString(url)}, ${writeBlock('{}', members, indent)})`,
    body === undefined ? 'sent.end()' : 'sent.end(body)',
    `const [response] = await once(sent, 'response')`,
    'console.log(response.statusCode, response.statusMessage)',
    'console.log(await text(response))',
  ].join('\n')
}
