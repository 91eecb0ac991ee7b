import { Facts } from '../parts/facts.tsx'
import { HiddenFields } from '../parts/field.tsx'
import { BellIcon } from '../parts/icons.tsx'
import { Note } from '../parts/note.tsx'
import type { ApprovalsPage } from '../page.ts'
import { PageShell } from '../page-shell.tsx'

type Request = ApprovalsPage['requests'][number]

export function Approvals({ page }: { readonly page: ApprovalsPage }) {
  return (
    <PageShell title={page.requests.length === 0 ? 'Approvals' : waiting(page.requests.length)}>
      <p className="lead">This page plays the phone on which a person is asked, away from the application.</p>
      {page.notice !== undefined && (
        <Note tone="good" live="status">
          {page.notice}
        </Note>
      )}
      {page.requests.length === 0 ? <NothingWaits /> : <Requests page={page} />}
      <div className="row">
        <a className="btn" href={page.action}>
          Look again
        </a>
      </div>
    </PageShell>
  )
}

function Requests({ page }: { readonly page: ApprovalsPage }) {
  return (
    <ul className="requests">
      {page.requests.map((request) => (
        <li className="card" key={request.id}>
          <RequestHead request={request} />
          <Scopes scopes={request.scopes} />
          <Answer page={page} request={request} />
        </li>
      ))}
    </ul>
  )
}

function RequestHead({ request }: { readonly request: Request }) {
  const { client, user, bindingMessage } = request
  return (
    <>
      <header>
        <i className="actor client" />
        <h2>{client.name} asks for access</h2>
        <small>{timeLeft(request.secondsLeft)}</small>
      </header>
      <Facts
        facts={[
          ['For', user.email === undefined ? user.name : `${user.name}, ${user.email}`],
          ['Says', bindingMessage && <b key="says">{bindingMessage}</b>],
          ['Application', <code key="client">{client.client_id}</code>],
        ]}
      />
    </>
  )
}

function Scopes(props: { readonly scopes: Request['scopes'] }) {
  if (props.scopes.length === 0) return null
  return (
    <ul className="bullets request-scopes">
      {props.scopes.map((scope) => (
        <li key={scope.name}>
          {scope.description} <code className="quiet">{scope.name}</code>
        </li>
      ))}
    </ul>
  )
}

function Answer(props: { readonly page: ApprovalsPage; readonly request: Request }) {
  const whose = <span className="vh"> the request of {props.request.client.name}</span>
  return (
    <form method="post" action={props.page.action} className="row pad-row">
      <HiddenFields values={{ csrf: props.page.csrf, request: props.request.id }} />
      <button className="btn" name="action" value="deny">
        Deny{whose}
      </button>
      <button className="btn primary" name="action" value="approve">
        Approve{whose}
      </button>
    </form>
  )
}

function NothingWaits() {
  return (
    <section className="card empty">
      <BellIcon />
      <h2>Nothing waits for you</h2>
      <p>
        When an application asks by CIBA, at <code>/backchannel</code>, its request appears here, to be approved or
        denied.
      </p>
    </section>
  )
}

function waiting(count: number): string {
  return count === 1 ? 'One request waits for you' : `${count} requests wait for you`
}

function timeLeft(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds % 60)]
  const time = [minutes > 0 && `${minutes} min`, (rest > 0 || minutes === 0) && `${rest} s`].filter(Boolean).join(' ')
  return `${time} left as of loading`
}
