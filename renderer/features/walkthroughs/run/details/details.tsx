import { Tabs } from '../../../../components/tabs.tsx'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { Code } from './code.tsx'
import { Explain } from './explain.tsx'
import { Request } from './request.tsx'
import { Response } from './response.tsx'
import { Tokens } from './tokens.tsx'

const words = TEXT.details

export function Details({ walk }: { readonly walk: Walk }) {
  const { detail, show, step } = walk
  const { explain, request, response, tokens, code } = words.tabs
  return (
    <Tabs
      label={words.label}
      isFilling
      value={detail}
      onChange={show}
      tabs={[
        { id: 'explain', title: explain, content: <Explain key={step.id} walk={walk} /> },
        { id: 'request', title: request, content: <Request key={step.id} walk={walk} /> },
        { id: 'response', title: response, content: <Response key={step.id} walk={walk} /> },
        { id: 'tokens', title: tokens, content: <Tokens walk={walk} /> },
        { id: 'code', title: code, content: <Code walk={walk} /> },
      ]}
    />
  )
}
