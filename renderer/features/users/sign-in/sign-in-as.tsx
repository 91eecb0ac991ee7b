import { LogIn } from 'lucide-react'
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import type { UserView } from '#shared/contract/calls/users.ts'

import { Button } from '../../../components/button.tsx'
import { browserAddress } from '../../../frame/addresses.ts'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useShell, useStores } from '../../../stores/use-stores.tsx'
import { nameOf } from '../name-of.ts'
import { TEXT } from '../text.ts'

/** Signs the browser of the playground in as this user, and shows it: the desktop's own, or the frame. */
export function SignInAs({ user }: { readonly user: UserView }) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const isDesktop = useShell(({ value }) => value?.kind === 'desktop')
  const [isBusy, setBusy] = useState(false)

  async function open(): Promise<void> {
    setBusy(true)
    try {
      const { address } = await bridge.call('users.signIn', { username: user.username })
      if (isDesktop) await bridge.call('userAgent.open', { address })
      navigate(browserAddress(isDesktop ? undefined : address))
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
      setBusy(false)
    }
  }

  return (
    <Button size="small" icon={<LogIn aria-hidden />} isBusy={isBusy} onClick={() => void open()}>
      {TEXT.menu.signInAs(nameOf(user))}
    </Button>
  )
}
