import { ClientBadge, initials } from '../parts/client-badge.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNote, Note } from '../parts/note.tsx'
import { RichTextView } from '../parts/rich-text-view.tsx'
import type { SignInPage } from '../page.ts'
import { PageShell } from '../page-shell.tsx'

const ERROR_ID = 'sign-in-error'
/** More users than this stand in two columns. */
const ONE_COLUMN = 6

export function SignIn({ page }: { readonly page: SignInPage }) {
  const many = page.users.length > ONE_COLUMN
  return (
    <PageShell title="Sign in" documentTitle={page.error === undefined ? 'Sign in' : 'Error: Sign in'} wide={many}>
      <Purpose page={page} />
      {page.reason !== undefined && (
        <Note tone="info">
          <RichTextView text={page.reason} />
        </Note>
      )}
      {page.users.length > 0 && <Users users={page.users} many={many} others={page.others ?? 0} />}
      <PasswordForm page={page} />
      <form method="post" className="cancel">
        <button className="btn ghost" name="action" value="cancel">
          {page.client === undefined ? 'Cancel' : `Cancel and go back to ${page.client.name}`}
        </button>
      </form>
    </PageShell>
  )
}

function Purpose({ page }: { readonly page: SignInPage }) {
  if (page.client === undefined) return <p className="lead">To go on, say who you are.</p>
  return <ClientBadge client={page.client}>asks who you are. It gets an answer, never your password.</ClientBadge>
}

interface UsersProps {
  readonly users: SignInPage['users']
  readonly many: boolean
  readonly others: number
}

function Users(props: UsersProps) {
  return (
    <section className="card" aria-labelledby="users-title">
      <header>
        <h2 id="users-title">Sign in as</h2>
        <small>no password needed: this is a playground</small>
      </header>
      <form method="post">
        <ul className={props.many ? 'users many' : 'users'}>
          {props.users.map((user) => (
            <li key={user.username}>
              <UserButton user={user} />
            </li>
          ))}
        </ul>
      </form>
      {props.others > 0 && (
        <p className="pad-row quiet">
          And {props.others.toLocaleString('en')} more, who sign in by name and password below.
        </p>
      )}
    </section>
  )
}

function UserButton({ user }: { readonly user: SignInPage['users'][number] }) {
  return (
    <button name="account" value={user.username}>
      <span className="badge" aria-hidden="true">
        {initials(user.name)}
      </span>
      <span className="who">
        <span className="vh">Sign in as </span>
        <b>{user.name}</b>
        <span className="mail">{user.email ?? user.username}</span>
      </span>
      <span className="pass">
        <span>
          password <code>{user.password}</code>
        </span>
        {user.hasSecondFactor && <span className="tag">second factor</span>}
      </span>
    </button>
  )
}

function PasswordForm({ page }: { readonly page: SignInPage }) {
  const errorId = page.error === undefined ? undefined : ERROR_ID
  return (
    <section className="card" aria-labelledby="password-title">
      <header>
        <h2 id="password-title">{page.users.length > 0 ? 'Or with a password' : 'With a password'}</h2>
        <small>as anywhere else</small>
      </header>
      <form method="post" className="pad">
        <ErrorNote id={ERROR_ID} error={page.error} />
        <div className="fields">
          <Field
            label="Username"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={page.loginHint}
            errorId={errorId}
            required
          />
          <Field
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            errorId={errorId}
            required
          />
        </div>
        <button className="btn primary" name="action" value="sign-in">
          Sign in
        </button>
      </form>
    </section>
  )
}
