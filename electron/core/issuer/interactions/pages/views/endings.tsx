import type { DeviceDonePage, SignedOutPage } from '../page.ts'
import { Note } from '../parts/note.tsx'
import { PageShell } from '../page-shell.tsx'

export function DeviceDone({ page }: { readonly page: DeviceDonePage }) {
  return (
    <PageShell title="The device is connected">
      <Note tone="good">
        <b>{page.client.name}</b> may go on.
      </Note>
      <p className="text large">
        Look at the device: it asks the issuer every few seconds, and now gets its tokens. You can close this page.
      </p>
    </PageShell>
  )
}

/** With a client: only that application was left, and the session at the issuer goes on. */
export function SignedOut({ page }: { readonly page: SignedOutPage }) {
  return page.client === undefined ? (
    <PageShell title="You are signed out">
      <p className="lead">The session at the issuer is over. The next application asks you to sign in again.</p>
    </PageShell>
  ) : (
    <PageShell title={`You are signed out of ${page.client.name}`}>
      <p className="lead">
        Its access has ended. You are still signed in at the issuer, so another application may not ask for a password.
      </p>
    </PageShell>
  )
}
