import { Code as CodeIcon } from 'lucide-react'

import { textOf } from '#shared/flows/answer.ts'
import { type Snippet as CodeSnippet, SNIPPETS } from '#shared/flows/code/snippets.ts'
import type { Draft, Known } from '#shared/flows/flow.ts'

import { CodeBlock } from '../../../../components/code-block.tsx'
import { EmptyState } from '../../../../components/empty-state.tsx'
import { Notice } from '../../../../components/notice.tsx'
import { Select } from '../../../../components/select.tsx'
import { replaceParameter, useQuery } from '../../../common/use-address.ts'
import { useProgram } from '../../../common/use-program.ts'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { KeptSecretNote } from './kept-secret-note.tsx'
import { Panel } from './panel.tsx'

const words = TEXT.code
const OPTIONS = SNIPPETS.map(({ id, title }) => ({ value: id, label: title }))

/** The step as a program that sends the same, as it was changed if it was. */
export function Code({ walk }: { readonly walk: Walk }) {
  const { step, stepRun, recording } = walk
  const draft = stepRun.edited ?? stepRun.draft
  if (step.kind !== 'call' && step.kind !== 'browser') {
    return <EmptyState icon={<CodeIcon />} title={words.noneTitle} text={words.none[step.kind]} />
  }
  if (draft === undefined) {
    return <EmptyState icon={<CodeIcon />} title={words.comingTitle} text={words.coming} />
  }
  return (
    <Panel walk={walk}>
      <Snippet
        draft={draft}
        sender={step.kind === 'call' ? 'client' : 'browser'}
        isMasked={recording?.isMasked ?? false}
        known={walk.run.known}
      />
    </Panel>
  )
}

interface SnippetProps {
  readonly draft: Draft
  readonly sender: 'client' | 'browser'
  readonly isMasked: boolean
  readonly known: Known
}

function Snippet({ draft, sender, isMasked, known }: SnippetProps) {
  const asked = useQuery().get('code')
  const issuer = useProgram()?.issuer
  const snippet: CodeSnippet = SNIPPETS.find(({ id }) => id === asked) ?? SNIPPETS[0]
  const world = { issuer, state: textOf(known['state']?.value), nonce: textOf(known['nonce']?.value) }
  return (
    <>
      <Select
        label={words.kind}
        value={snippet.id}
        options={OPTIONS}
        onChange={(id) => replaceParameter('code', id)}
        className="max-w-60"
      />
      <Notice tone={isMasked ? 'neutral' : 'warn'}>{isMasked ? words.masked : words.secrets}</Notice>
      <KeptSecretNote draft={draft} />
      <CodeBlock code={snippet.build(draft, sender, world)} label={words.label} language={snippet.language} />
    </>
  )
}
