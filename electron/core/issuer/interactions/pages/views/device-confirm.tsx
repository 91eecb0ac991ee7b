import { ClientBadge } from '../parts/client-badge.tsx'
import { Facts } from '../parts/facts.tsx'
import { HiddenFields } from '../parts/field.tsx'
import { Note } from '../parts/note.tsx'
import type { DeviceConfirmPage } from '../page.ts'
import { PageShell } from '../page-shell.tsx'

export function DeviceConfirm({ page }: { readonly page: DeviceConfirmPage }) {
  return (
    <PageShell title="Does the device show this code?">
      <ClientBadge client={page.client}>asks to be connected.</ClientBadge>
      <section className="card" aria-label="The code, and the device that asks">
        <span className="shown-code">{page.userCode}</span>
        <Facts
          facts={[
            ['Application', <code key="client">{page.client.client_id}</code>],
            ['Asked from', page.deviceInfo.ip],
            ['Software', page.deviceInfo.userAgent],
          ]}
        />
      </section>
      <Note tone="warn">
        <b>Go on only if you started this yourself</b> and the device in front of you shows the same code. If someone
        sent you the code, they want to be let in as you.
      </Note>
      <form method="post" action={page.action} className="row">
        <HiddenFields values={{ xsrf: page.xsrf, user_code: page.userCode }} />
        <button className="btn" name="abort" value="yes">
          No, stop
        </button>
        <button className="btn primary" name="confirm" value="yes">
          Yes, it is the same
        </button>
      </form>
    </PageShell>
  )
}
