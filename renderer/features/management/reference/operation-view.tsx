import type { ReactNode } from 'react'

import type { JsonSchema } from '#shared/rest/json-schema.ts'
import type { Parameter } from '#shared/rest/openapi.ts'

import { CodeBlock } from '../../../components/code-block.tsx'
import { Table } from '../../../components/table.tsx'
import { useProgram } from '../../common/use-program.ts'
import { TEXT } from '../text.ts'
import { buildOperationCurl } from './build-operation-curl.ts'
import { listSchema, nameType } from './list-schema.ts'
import type { Components, Listed } from './operations.ts'
import { TryIt } from './try-it.tsx'

const words = TEXT.reference
const JSON_TYPE = 'application/json'

interface OperationViewProps {
  readonly listed: Listed
  readonly components: Components
}

export function OperationView({ listed, components }: OperationViewProps) {
  const { id, method, path, operation } = listed
  const { parameters = [], requestBody, responses } = operation
  const address = useProgram()?.api ?? ''
  const body = requestBody?.content[JSON_TYPE]
  return (
    <article aria-label={operation.summary} className="flex min-w-0 flex-col gap-4 px-3.5 py-3">
      <header>
        <h2 className="text-large font-semibold wrap-anywhere">{operation.summary}</h2>
        <code className="text-small wrap-anywhere text-ink-2">
          <b>{method}</b> {path}
        </code>
      </header>
      {parameters.length > 0 && (
        <Part title={words.parameters}>
          <ParameterTable parameters={parameters} components={components} />
        </Part>
      )}
      {body !== undefined && (
        <Part title={requestBody?.required === true ? words.body : `${words.body}, ${words.optionalBody}`}>
          <SchemaTable caption={words.body} schema={body.schema} components={components} />
          {body.example !== undefined && (
            <CodeBlock language="json" label={words.exampleOf(id)} code={JSON.stringify(body.example, null, 2)} />
          )}
        </Part>
      )}
      {method === 'GET' && <TryIt listed={listed} />}
      <Part title={words.curl}>
        <CodeBlock language="shell" label={words.curlOf(id)} code={buildOperationCurl(listed, address)} />
      </Part>
      <Part title={words.answers}>
        <ul className="divide-y divide-line rounded-lg border border-line">
          {Object.entries(responses).map(([status, { description, content }]) => {
            const schema = content?.[JSON_TYPE]?.schema
            return (
              <li key={status} className="px-3 py-1.5">
                <code className="mr-2 text-small font-semibold">{status}</code>
                <span className="text-small text-ink-2">{description}</span>
                {schema !== undefined && (
                  <details className="mt-1">
                    <summary className="cursor-pointer text-small text-accent">{words.answerOf(status)}</summary>
                    <div className="pt-2">
                      <SchemaTable caption={words.answerOf(status)} schema={schema} components={components} />
                    </div>
                  </details>
                )}
              </li>
            )
          })}
        </ul>
      </Part>
    </article>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <h3 className="text-small font-semibold">{title}</h3>
      {children}
    </section>
  )
}

function ParameterTable({ parameters, components }: { parameters: readonly Parameter[]; components: Components }) {
  return (
    <Table
      caption={words.parameters}
      rows={parameters}
      rowKey={({ name, in: place }) => `${place} ${name}`}
      columns={[
        {
          key: 'name',
          title: words.name,
          width: '30%',
          cell: ({ name, required }) => (
            <>
              <code className="text-small wrap-anywhere whitespace-normal">{name}</code>
              {required && <span className="block text-tiny text-ink-3">{words.required}</span>}
            </>
          ),
        },
        { key: 'in', title: words.in, width: '5rem', cell: ({ in: place }) => place },
        {
          key: 'means',
          title: words.means,
          cell: ({ description, schema }) => <Meaning type={nameType(schema, components)} text={description} />,
        },
      ]}
    />
  )
}

interface SchemaTableProps {
  readonly caption: string
  readonly schema: JsonSchema
  readonly components: Components
}

function SchemaTable({ caption, schema, components }: SchemaTableProps) {
  const rows = listSchema(schema, components)
  if (rows.length === 0) return <code className="text-small text-ink-2">{nameType(schema, components)}</code>
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ path }) => path}
      columns={[
        {
          key: 'member',
          title: words.member,
          width: '45%',
          cell: ({ path, isRequired }) => (
            <>
              <code className="text-small wrap-anywhere whitespace-normal">{path}</code>
              {isRequired && <span className="block text-tiny text-ink-3">{words.required}</span>}
            </>
          ),
        },
        {
          key: 'means',
          title: words.means,
          cell: ({ type, description }) => <Meaning type={type} text={description} />,
        },
      ]}
    />
  )
}

function Meaning({ type, text }: { readonly type: string; readonly text: string | undefined }) {
  return (
    <>
      {text !== undefined && <span className="block whitespace-normal wrap-anywhere">{text}</span>}
      <code className="text-tiny wrap-anywhere whitespace-normal text-ink-3">{type}</code>
    </>
  )
}
