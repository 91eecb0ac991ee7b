import { Code as CodeIcon } from 'lucide-react'

import { type Snippet, SNIPPETS } from '#shared/flows/code/snippets.ts'
import type { Exchange } from '#shared/model/exchange.ts'

import { CodeBlock } from '../../../components/code-block.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Notice } from '../../../components/notice.tsx'
import { Segmented } from '../../../components/segmented.tsx'
import { replaceParameter, useQuery } from '../../common/use-address.ts'
import { TEXT } from './text.ts'
import { toDraft } from './to-draft.ts'

const words = TEXT.code
const OPTIONS = SNIPPETS.map(({ id }) => ({ value: id, label: words.kinds[id] }))

/** The request as a program that sends the same. */
export function Code({ exchange }: { readonly exchange: Exchange }) {
  const asked = useQuery().get('code')
  const snippet: Snippet = SNIPPETS.find(({ id }) => id === asked) ?? SNIPPETS[0]
  const draft = toDraft(exchange)
  if (draft === undefined) return <EmptyState icon={<CodeIcon />} title={words.noneTitle} text={words.none} />
  return (
    <div className="flex min-w-0 flex-col gap-3 px-3.5 py-3">
      <Segmented
        label={words.kind}
        isLabelHidden
        value={snippet.id}
        options={OPTIONS}
        onChange={(id) => replaceParameter('code', id === SNIPPETS[0].id ? undefined : id)}
      />
      <CodeBlock code={snippet.build(draft)} label={words.label(snippet.title)} language={snippet.language} />
      <Notice tone="warn">{words.secrets}</Notice>
    </div>
  )
}
