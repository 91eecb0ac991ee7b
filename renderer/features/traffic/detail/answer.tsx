import { contextOf } from '#shared/teach/contexts.ts'
import type { Exchange, RecordedResponse } from '#shared/model/exchange.ts'

import { CodeBlock } from '../../../components/code-block.tsx'
import { Parameters } from '../../common/parameters.tsx'
import { contentTypeOf, isJson } from '../../common/read-parameters.ts'
import { formatSize } from './start-lines.ts'
import { TEXT } from './text.ts'

const words = TEXT.one

export function Answer({ exchange }: { readonly exchange: Exchange }) {
  const { response, handover } = exchange
  if (response === 'aborted') return <p className="text-ink-2">{words.neverAnswered}</p>
  if (handover === undefined) return <Body response={response} />
  const parameters = Object.entries(handover.parameters).map(([name, value]) => ({ name, value }))
  return (
    <>
      <p className="text-ink-2">{words.handedOver[handover.via]}:</p>
      <code className="rounded-lg border border-line bg-sunken px-2.75 py-2 text-small wrap-anywhere">
        {handover.url}
      </code>
      <Parameters parameters={parameters} context={contextOf(exchange.endpoint, 'response')} />
    </>
  )
}

function Body({ response }: { readonly response: RecordedResponse }) {
  const { headers, body } = response
  const type = contentTypeOf(headers)
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  if (location !== undefined)
    return <CodeBlock code={`location: ${location}`} label="Location header" copy={location} />
  if (body.size === 0) return <p className="text-ink-3">{words.noBody}</p>
  if (isJson(type) && body.encoding === 'utf8') {
    return <CodeBlock code={indent(body.text)} copy={body.text} label="answer" language="json" />
  }
  if (type === 'text/html') return <p className="text-ink-2">{words.page(formatSize(body.size))}</p>
  return <p className="text-ink-2">{words.otherBody(type === '' ? '?' : type, formatSize(body.size))}</p>
}

function indent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
