import type { Exchange } from '#shared/model/exchange.ts'

import { HttpMessage } from '../../../components/http-message.tsx'
import { requestLine, showBody, statusLine } from './start-lines.ts'
import { TEXT } from './text.ts'

const words = TEXT.one

export function RawMessages({ exchange }: { readonly exchange: Exchange }) {
  const { request, response } = exchange
  return (
    <div className="flex min-w-0 flex-col gap-3 px-3.5 py-3">
      <h2 className="text-small font-semibold">{words.request}</h2>
      <HttpMessage
        kind="request"
        startLine={requestLine(exchange)}
        headers={request.headers}
        {...showBody(request.body)}
      />
      <h2 className="text-small font-semibold">{words.response}</h2>
      {response === 'aborted' ? (
        <p className="text-ink-2">{words.neverAnswered}</p>
      ) : (
        <HttpMessage
          kind="response"
          startLine={statusLine(response, exchange)}
          headers={response.headers}
          {...showBody(response.body)}
        />
      )}
    </div>
  )
}
