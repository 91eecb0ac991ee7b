import { ClientBadge } from '../parts/client-badge.tsx'
import { HiddenFields } from '../parts/field.tsx'
import type { SignOutPage } from '../page.ts'
import { PageShell } from '../page-shell.tsx'

export function SignOut({ page }: { readonly page: SignOutPage }) {
  return (
    <PageShell title="Sign out?">
      <p className="lead">
        {page.user === undefined ? 'You are' : <UserIs name={page.user.name} />} signed in at the issuer. Signing out
        ends that for every application that uses it in this browser.
      </p>
      {page.client !== undefined && (
        <ClientBadge client={page.client}>
          asks you to sign out. If you stay signed in, only its own access ends.
        </ClientBadge>
      )}
      <form method="post" action={page.action} className="row">
        <HiddenFields values={{ xsrf: page.xsrf }} />
        <button className="btn">Stay signed in</button>
        <button className="btn primary" name="logout" value="yes">
          Sign out
        </button>
      </form>
    </PageShell>
  )
}

function UserIs(props: { readonly name: string }) {
  return (
    <>
      <b>{props.name}</b> is
    </>
  )
}
