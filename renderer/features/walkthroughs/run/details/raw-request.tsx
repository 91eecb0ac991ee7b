import type { Draft } from '#shared/flows/flow.ts'

import { CodeBlock } from '../../../../components/code-block.tsx'
import { TEXT } from '../text.ts'

export function RawRequest({ draft }: { readonly draft: Draft }) {
  return (
    <details className="text-small">
      <summary className="w-fit rounded-sm font-semibold text-ink-2 hover:text-ink">{TEXT.request.raw}</summary>
      <CodeBlock className="mt-1.5" code={writeRequest(draft)} label="raw request" language="http" />
    </details>
  )
}

/** RFC 9112 section 2.1, the lines that a client adds by itself left out. */
function writeRequest({ method, url, headers, body }: Draft): string {
  const address = URL.parse(url)
  const target = address === null ? url : address.pathname + address.search
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(address === null ? [] : [`host: ${address.host}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ]
  return body === undefined ? lines.join('\n') : `${lines.join('\n')}\n\n${body}`
}
