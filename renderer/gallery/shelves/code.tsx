import { CodeBlock } from '../../components/code-block.tsx'
import { HttpMessage } from '../../components/http-message.tsx'
import { JsonTree } from '../../components/json-tree.tsx'
import { CURL, FORM, HEADERS, TOKEN_ANSWER } from '../samples.ts'
import { Specimen } from '../specimen.tsx'

const ANSWER = JSON.stringify(TOKEN_ANSWER, null, 2)
const WIRE = `POST /token HTTP/1.1\r\nhost: localhost:4400\r\ncontent-type: application/x-www-form-urlencoded\r\n\r\n${FORM}`
const HUGE = JSON.stringify({ items: Array.from({ length: 9000 }, (_, index) => ({ index, text: 'x'.repeat(90) })) })
const MANY = Array.from({ length: 5000 }, (_, index) => index)

export function CodeShelf() {
  return (
    <>
      <Specimen name="CodeBlock">
        <CodeBlock label="JSON" language="json" code={ANSWER} />
        <CodeBlock label="HTTP message" language="http" code={WIRE} />
        <CodeBlock label="command" language="shell" code={CURL} />
        <CodeBlock label="text" code="Nothing to colour here." />
        <CodeBlock label="nothing" code="" />
      </Specimen>
      <Specimen name="CodeBlock, a megabyte">
        <CodeBlock label="a megabyte" language="json" code={HUGE} className="[&_pre]:max-h-32" />
      </Specimen>
      <Specimen name="HttpMessage">
        <HttpMessage kind="request" startLine="POST /token HTTP/1.1" headers={HEADERS} body={FORM} />
        <HttpMessage
          kind="response"
          startLine="HTTP/1.1 400 Bad Request"
          headers={[
            ['content-type', 'application/json; charset=utf-8'],
            ['cache-control', 'no-store'],
          ]}
          body='{"error":"invalid_grant","error_description":"refresh token already used"}'
          bodyNote="The first 64 kB; the rest was not kept."
        />
      </Specimen>
      <Specimen name="JsonTree">
        <JsonTree label="Token response" value={TOKEN_ANSWER} />
        <JsonTree label="Many numbers" value={{ many: MANY }} />
      </Specimen>
    </>
  )
}
