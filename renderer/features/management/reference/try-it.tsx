import { Send } from 'lucide-react'
import { type FormEvent, useState } from 'react'

import type { RestAnswer } from '#shared/contract/calls/shell.ts'

import { Button } from '../../../components/button.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { Notice } from '../../../components/notice.tsx'
import { StatusBadge } from '../../../components/status-badge.tsx'
import { TextField } from '../../../components/text-field.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge } from '../../../stores/use-stores.tsx'
import { formatTook } from '../../common/format-time.ts'
import { TEXT } from '../text.ts'
import { exampleValues, fillOperationPath } from './build-operation-curl.ts'
import type { Listed } from './operations.ts'

const words = TEXT.reference

/** Asks for it as a program outside would. */
export function TryIt({ listed }: { readonly listed: Listed }) {
  const bridge = useBridge()
  const [values, setValues] = useState(() => exampleValues(listed))
  const [answer, setAnswer] = useState<RestAnswer>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const parameters = (listed.operation.parameters ?? []).filter(({ in: place }) => place !== 'header')
  const isStream = listed.path === '/events'

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    const path = fillOperationPath(listed, values)
    const [, missing] = /\{(\w+)\}/.exec(path) ?? []
    setProblem(missing === undefined ? undefined : words.missing(missing))
    if (missing !== undefined) return
    setBusy(true)
    try {
      setAnswer(await bridge.call('shell.tryRest', { path }))
    } catch (error) {
      setProblem(parseError(error).message)
    }
    setBusy(false)
  }

  return (
    <section aria-label={words.try} className="flex min-w-0 flex-col gap-2">
      <h3 className="text-small font-semibold">{words.try}</h3>
      {isStream ? (
        <p className="text-small text-ink-2">{words.stream}</p>
      ) : (
        <form noValidate className="flex flex-col gap-2.5" onSubmit={(event) => void send(event)}>
          <p className="text-small text-ink-2">{words.tryText}</p>
          {parameters.length > 0 && (
            <div className="grid grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] gap-2.5">
              {parameters.map(({ name }) => (
                <TextField
                  key={name}
                  label={name}
                  mono
                  autoComplete="off"
                  spellCheck={false}
                  value={values[name] ?? ''}
                  onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
                />
              ))}
            </div>
          )}
          <Button type="submit" className="self-start" icon={<Send aria-hidden />} isBusy={isBusy}>
            {words.send}
          </Button>
        </form>
      )}
      <div aria-live="polite" className="flex min-w-0 flex-col gap-2">
        {problem !== undefined && <Notice tone="bad">{problem}</Notice>}
        {answer !== undefined && <Answer answer={answer} />}
      </div>
    </section>
  )
}

function Answer({ answer: { status, took, body, isCut, headers } }: { readonly answer: RestAnswer }) {
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  const isJson = type.includes('json') && !isCut
  return (
    <>
      <p className="flex items-center gap-2 text-small text-ink-2">
        <StatusBadge status={status} />
        {formatTook(took)} {isCut && words.cut}
      </p>
      <CodeBlock
        language={isJson ? 'json' : 'text'}
        label={words.answerBody}
        code={isJson ? JSON.stringify(JSON.parse(body), null, 2) : body}
      />
    </>
  )
}
