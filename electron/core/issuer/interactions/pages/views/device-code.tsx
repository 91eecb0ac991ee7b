import { Field, HiddenFields } from '../parts/field.tsx'
import { ErrorNote } from '../parts/note.tsx'
import type { DeviceCodePage } from '../page.ts'
import { PageShell } from '../page-shell.tsx'

const ERROR_ID = 'user-code-error'
const TITLE = 'Connect a device'

export function DeviceCode({ page }: { readonly page: DeviceCodePage }) {
  return (
    <PageShell title={TITLE} documentTitle={page.error === undefined ? TITLE : `Error: ${TITLE}`}>
      <p className="lead">Type the code that the device shows. Dashes and capitals do not matter.</p>
      <section className="card">
        <form method="post" action={page.action} className="pad">
          <HiddenFields values={{ xsrf: page.xsrf }} />
          <ErrorNote id={ERROR_ID} error={page.error} />
          <Field
            label="Code from the device"
            name="user_code"
            className="code"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            defaultValue={page.userCode}
            errorId={page.error === undefined ? undefined : ERROR_ID}
            required
          />
          <button className="btn primary">Continue</button>
        </form>
      </section>
      <p className="quiet">
        You are asked before anything is allowed. A device without a keyboard signs in this way: it shows a code, and
        you answer for it in a browser.
      </p>
    </PageShell>
  )
}
