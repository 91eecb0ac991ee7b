import { CodeText, Tokens } from './code/code-text.tsx'
import { formatBody } from './code/format-body.ts'
import { splitStartLine } from './code/http-tokens.ts'
import { CodeBlock } from './code-block.tsx'
import { CopyButton } from './copy-button.tsx'

export interface HttpMessageProps {
  /** `POST /token HTTP/1.1` or `HTTP/1.1 200 OK`. */
  readonly startLine: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body?: string | undefined
  /** Said where the body is not all there: cut off, or not kept. */
  readonly bodyNote?: string | undefined
  readonly kind: 'request' | 'response'
}

/** One message, made readable. As it went over the wire is a CodeBlock's matter. */
export function HttpMessage({ startLine, headers, body = '', bodyNote, kind }: HttpMessageProps) {
  const contentType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const formatted = formatBody(body, contentType)
  return (
    <figure aria-label={kind === 'request' ? 'Request' : 'Response'} className="flex min-w-0 flex-col gap-2">
      <div className="flex min-w-0 items-start gap-1 rounded-lg border border-line bg-sunken py-1 pr-1 pl-2.75">
        <code className="min-w-0 flex-1 py-1.25 text-small wrap-anywhere">
          <Tokens tokens={splitStartLine(startLine)} />
        </code>
        <CopyButton text={startLine} label={kind === 'request' ? 'Copy request line' : 'Copy status line'} />
      </div>
      {headers.length > 0 && <Headers headers={headers} kind={kind} />}
      {body !== '' && (
        <CodeBlock {...formatted} copy={body} label={kind === 'request' ? 'request body' : 'response body'} />
      )}
      {bodyNote !== undefined && <p className="text-small text-ink-3">{bodyNote}</p>}
    </figure>
  )
}

function Headers({ headers, kind }: Pick<HttpMessageProps, 'headers' | 'kind'>) {
  return (
    <table
      aria-label={`Headers of the ${kind}`}
      className="w-full table-fixed border-separate border-spacing-0 rounded-lg border border-line font-mono text-small"
    >
      <tbody>
        {headers.map(([name, value], index) => (
          // The same header may stand there twice.
          <tr key={index} className="align-top [&:not(:first-child)>*]:border-t">
            <th scope="row" className="w-2/5 border-line px-2.75 py-1 text-left font-normal wrap-anywhere text-accent">
              {name}
            </th>
            <td className="border-line py-1 pr-2.75 wrap-anywhere">
              <CodeText code={value} language="text" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
