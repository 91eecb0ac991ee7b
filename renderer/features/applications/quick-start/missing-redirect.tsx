import type { ClientView } from '#shared/contract/calls/clients.ts'
import type { ChosenRedirect } from '#shared/quick-start/quick-start.ts'

import { Button } from '../../../components/button.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useRegisterRedirect } from '../../common/edit/use-register-redirect.ts'
import { TEXT } from './text.ts'

const words = TEXT.register

interface MissingRedirectProps {
  readonly client: ClientView
  readonly redirect: ChosenRedirect | undefined
}

/** Said before the issuer has to, with the way out. */
export function MissingRedirect({ client, redirect }: MissingRedirectProps) {
  const { isBusy, register } = useRegisterRedirect(client)
  if (redirect === undefined || redirect.isRegistered) return null
  return (
    <Notice
      tone="warn"
      title={words.title}
      action={
        <Button variant="primary" isBusy={isBusy} onClick={() => void register(redirect.uri)}>
          {words.action}
        </Button>
      }
    >
      {words.text(redirect.uri)}
    </Notice>
  )
}
