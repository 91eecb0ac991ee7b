import { ClientBadge } from '../parts/client-badge.tsx'
import { Field, HiddenFields } from '../parts/field.tsx'
import { ErrorNote } from '../parts/note.tsx'
import type { SecondFactorPage } from '../page.ts'
import { PageShell } from '../page-shell.tsx'

const ERROR_ID = 'code-error'
const TITLE = 'Confirm that it is you'

export function SecondFactor({ page }: { readonly page: SecondFactorPage }) {
  return (
    <PageShell title={TITLE} documentTitle={page.error === undefined ? TITLE : `Error: ${TITLE}`}>
      <p className="lead">
        <b>{page.user.name}</b> has a second factor. Type the six digits that the authenticator app shows.
      </p>
      {page.client !== undefined && <ClientBadge client={page.client}>waits for this sign-in.</ClientBadge>}
      <CodeForm page={page} />
      <CurrentCode page={page} />
      <form method="post" className="row">
        {page.skippable && (
          <button className="btn" name="action" value="skip">
            Go on without it
          </button>
        )}
        <button className="btn ghost" name="action" value="cancel">
          Cancel
        </button>
      </form>
    </PageShell>
  )
}

function CodeForm({ page }: { readonly page: SecondFactorPage }) {
  return (
    <section className="card">
      <form method="post" className="pad">
        <ErrorNote id={ERROR_ID} error={page.error} />
        <Field
          label="Code"
          name="code"
          className="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]*"
          title="Six digits"
          spellCheck={false}
          errorId={page.error === undefined ? undefined : ERROR_ID}
          required
        />
        <button className="btn primary" name="action" value="verify">
          Verify
        </button>
      </form>
    </section>
  )
}

/** A playground has no phone to look at, so it plays that as well. */
function CurrentCode({ page }: { readonly page: SecondFactorPage }) {
  return (
    <section className="card" aria-labelledby="app-title">
      <header>
        <h2 id="app-title">The authenticator app</h2>
        <small>played by Valet Key</small>
      </header>
      <form method="post" className="pad">
        <div className="now">
          <output>{page.currentCode}</output>
          <p className="quiet">{validity(page.secondsLeft)}</p>
          <HiddenFields values={{ code: page.currentCode }} />
          <button className="btn small" name="action" value="verify">
            Use this code
          </button>
        </div>
      </form>
    </section>
  )
}

function validity(secondsLeft: number): string {
  const seconds = secondsLeft === 1 ? '1 second' : `${secondsLeft} seconds`
  return `Had ${seconds} left when this page loaded. Reload for the next one.`
}
