import { KeyRound } from 'lucide-react'

import { CodeBlock } from '../../../../components/code-block.tsx'
import { Parameters } from '../../../common/parameters.tsx'
import { OpenToken } from '../../../common/tokens/open-token.tsx'
import { TokenTimes } from '../../../common/tokens/token-times.tsx'
import { TEXT } from '../text.ts'
import type { FoundToken } from './find-tokens.ts'

const words = TEXT.tokens

/** Each taken apart where it stands. */
export function FoundTokens({ tokens }: { readonly tokens: readonly FoundToken[] }) {
  return tokens.map((token) => <Token key={token.text} token={token} />)
}

function Token({ token: { name, text, jwt, context } }: { readonly token: FoundToken }) {
  return (
    <details className="group/token rounded-lg border border-line">
      <summary className="flex flex-wrap items-center gap-x-2 rounded-lg px-2.75 py-2 text-small hover:bg-sunken">
        <KeyRound className="size-3.5 flex-none text-ink-3" aria-hidden />
        <code className="font-semibold">{name}</code>
        <span className="text-ink-2">{words.summary(context)}</span>
        <span className="ml-auto text-accent group-open/token:hidden">{words.open}</span>
        <span className="ml-auto hidden text-accent group-open/token:inline">{words.close}</span>
      </summary>
      <div className="flex min-w-0 flex-col gap-2 px-2.75 pb-2.75">
        <TokenTimes claims={jwt.claims} />
        <h3 className="text-small font-semibold">{words.claims}</h3>
        <Parameters parameters={listMembers(jwt.claims)} context={context} />
        <h3 className="text-small font-semibold">{words.header}</h3>
        <Parameters parameters={listMembers(jwt.header)} context="JOSE header" />
        <CodeBlock code={text} label={words.raw} />
        <div>
          <OpenToken token={text} />
        </div>
      </div>
    </details>
  )
}

function listMembers(members: FoundToken['jwt']['claims']) {
  return Object.entries(members).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }))
}
