import { Fragment } from 'react'
import { AuthorizationDetails } from '../parts/authorization-details.tsx'
import { ClientHome, ClientSign } from '../parts/client-badge.tsx'
import { Facts } from '../parts/facts.tsx'
import { ScopeList } from '../parts/scope-list.tsx'
import type { ClientView, ConsentPage } from '../page.ts'
import { PageShell } from '../page-shell.tsx'

export function Consent({ page }: { readonly page: ConsentPage }) {
  return (
    <PageShell title={`${page.client.name} asks for access`}>
      <div className="client">
        <ClientSign client={page.client} />
        <p className="lead">
          to what belongs to <b>{page.user.name}</b>
          {page.user.email !== undefined && `, ${page.user.email}`}
        </p>
      </div>
      <form method="post">
        <Asked page={page} />
        <div className="row decide">
          <button className="btn" form="deny" name="action" value="deny">
            Deny
          </button>
          <button className="btn primary" name="action" value="allow">
            Allow
          </button>
        </div>
      </form>
      {/* A form of its own: Enter in a box then means “Allow”, the only button of its form, and “Deny” can stand first. */}
      <form method="post" id="deny" />
    </PageShell>
  )
}

function Asked({ page }: { readonly page: ConsentPage }) {
  return (
    <div className="requests">
      <ScopeList scopes={page.scopes} />
      <Claims names={page.claims} />
      <AuthorizationDetails details={page.authorizationDetails} />
      {isEmpty(page) && <p className="card pad text">It asks for nothing but to know that you agree.</p>}
      <section className="card" aria-label="The application, and where the answer goes">
        <Facts
          facts={[
            ['Application', <Identity key="client" client={page.client} />],
            ['The answer goes to', page.redirectUri && <code key="to">{page.redirectUri}</code>],
          ]}
        />
      </section>
    </div>
  )
}

function Identity({ client }: { readonly client: ClientView }) {
  return (
    <>
      <code>{client.client_id}</code> <ClientHome uri={client.uri} />
    </>
  )
}

function Claims(props: { readonly names: readonly string[] }) {
  if (props.names.length === 0) return null
  return (
    <section className="card" aria-labelledby="claims-title">
      <header>
        <h2 id="claims-title">Claims, asked for one by one</h2>
        <small>
          <code>claims</code>
        </small>
      </header>
      <p className="names">
        {props.names.map((name) => (
          <Fragment key={name}>
            <code>{name}</code>{' '}
          </Fragment>
        ))}
      </p>
    </section>
  )
}

function isEmpty(page: ConsentPage): boolean {
  return page.scopes.length + page.claims.length + page.authorizationDetails.length === 0
}
