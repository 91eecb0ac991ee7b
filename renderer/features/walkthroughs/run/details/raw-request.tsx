import type { Draft } from '#shared/flows/flow.ts'
import { writeRequest } from '#shared/flows/write-message.ts'

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
