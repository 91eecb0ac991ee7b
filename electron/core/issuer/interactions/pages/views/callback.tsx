import { ButtonLinks } from '../parts/links.tsx'
import { Note } from '../parts/note.tsx'
import type { CallbackPage, ParameterView } from '../page.ts'
import { PageShell } from '../page-shell.tsx'

/** The playground's own redirect address: what an application would be handed. */
export function Callback({ page }: { readonly page: CallbackPage }) {
  const hasArrived = page.query.length + page.body.length > 0
  return (
    <PageShell title={hasArrived ? 'The answer arrived here' : 'Nothing arrived here'} wide>
      <p className="text large">
        This is the playground’s own redirect address. The issuer sends the browser to an address like this one, and the
        application behind it reads the answer.
      </p>
      <Parameters title="In the query of the address" parameters={page.query} />
      <Parameters title="In the body of the POST" parameters={page.body} />
      {page.leftOut > 0 && <p className="quiet">{page.leftOut} more parameters arrived, and are left out here.</p>}
      <Note tone="info">
        A fragment, the part of an address after <code>#</code>, never reaches a server: browsers keep it to themselves.
        If this address has one, only a script in the page could read it, and this page has none.
      </Note>
      <ButtonLinks links={page.links} />
    </PageShell>
  )
}

function Parameters(props: { readonly title: string; readonly parameters: readonly ParameterView[] }) {
  if (props.parameters.length === 0) return null
  return (
    <section className="card">
      <header>
        <h2>{props.title}</h2>
      </header>
      <dl className="parameters">
        {props.parameters.map((parameter, index) => (
          <Parameter key={index} parameter={parameter} />
        ))}
      </dl>
    </section>
  )
}

function Parameter({ parameter: { name, value, meaning } }: { readonly parameter: ParameterView }) {
  return (
    <>
      <dt>
        {name === '' ? (
          <span className="none">no name</span>
        ) : (
          <code>
            <bdi>{name}</bdi>
          </code>
        )}
        {meaning !== undefined && <small>{meaning}</small>}
      </dt>
      <dd>{value === '' ? <span className="none">empty</span> : <bdi>{value}</bdi>}</dd>
    </>
  )
}
