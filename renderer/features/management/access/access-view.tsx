import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../../../components/button.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { CopyButton } from '../../../components/copy-button.tsx'
import { DefinitionList } from '../../../components/definition-list.tsx'
import { useCall } from '../../../stores/use-call.ts'
import { buildCurl } from '../../common/build-curl.ts'
import { TOKEN_HEADER } from '../../common/curl/describe-call.ts'
import { Gate } from '../../common/gate.tsx'
import { OutsideLink } from '../../common/text-link.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.access

export function AccessView() {
  const state = useCall('shell.getAccess', {})
  const { value } = state
  return (
    <Gate state={state} hasValue={value !== undefined} loading={words.loading} failed={words.failed} rows={4}>
      {value && <Access api={value.api} token={value.token} />}
    </Gate>
  )
}

interface AccessProps {
  readonly api: string
  readonly token: string
}

function Access({ api, token }: AccessProps) {
  const first = buildCurl({ headers: [TOKEN_HEADER], url: `${api}/clients` })
  return (
    <>
      <DefinitionList
        items={[
          { term: words.address, value: <code className="text-small">{api}</code>, copy: api },
          { term: words.token, value: <Token token={token} />, hint: words.tokenHint },
          {
            term: words.openapi,
            value: <OutsideLink href={`${api}/openapi.json`}>{`${api}/openapi.json`}</OutsideLink>,
          },
          { term: words.docs, value: <OutsideLink href={`${api}/docs`}>{`${api}/docs`}</OutsideLink> },
        ]}
      />
      <section aria-label={words.inShell} className="flex flex-col gap-2 border-t border-line px-3.5 py-3">
        <h2 className="font-semibold">{words.inShell}</h2>
        <p className="text-ink-2">{words.inShellText}</p>
        <CodeBlock
          language="shell"
          label={words.setToken}
          code={`export VALETKEY_TOKEN=${words.hidden}`}
          copy={`export VALETKEY_TOKEN=${token}`}
        />
        <CodeBlock language="shell" label={words.first} code={first} />
      </section>
      <section aria-label={words.script} className="flex flex-col gap-2 border-t border-line px-3.5 py-3">
        <h2 className="font-semibold">{words.script}</h2>
        <p className="text-ink-2">{words.scriptText}</p>
        <CodeBlock language="shell" label={words.ready} code="valetkey serve --json" />
      </section>
    </>
  )
}

function Token({ token }: Pick<AccessProps, 'token'>) {
  const [isShown, setShown] = useState(false)
  return (
    <span className="-my-1 flex flex-wrap items-center gap-1.5">
      <code className="text-small wrap-anywhere">{isShown ? token : words.hidden}</code>
      <CopyButton text={token} label={`Copy ${words.token}`} />
      <Button
        size="small"
        variant="ghost"
        icon={isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? words.hide : words.show}
        <span className="sr-only"> {words.token}</span>
      </Button>
    </span>
  )
}
