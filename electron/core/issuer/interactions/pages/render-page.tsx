import { assertNever } from '#shared/errors.ts'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { contentSecurityPolicy } from './content-security-policy.ts'
import type { Page, RenderedPage, RenderOptions } from './page.ts'
import { Approvals } from './views/approvals.tsx'
import { Callback } from './views/callback.tsx'
import { Consent } from './views/consent.tsx'
import { DeviceCode } from './views/device-code.tsx'
import { DeviceConfirm } from './views/device-confirm.tsx'
import { DeviceDone, SignedOut } from './views/endings.tsx'
import { ErrorView } from './views/error.tsx'
import { Message } from './views/message.tsx'
import { SecondFactor } from './views/second-factor.tsx'
import { SignIn } from './views/sign-in.tsx'
import { SignOut } from './views/sign-out.tsx'

/** The whole document of a page, and the policy that has to go with it. */
export function renderPage(page: Page, options: RenderOptions): RenderedPage {
  return {
    html: `<!doctype html>${renderToStaticMarkup(viewOf(page))}`,
    contentSecurityPolicy: contentSecurityPolicy(options.frameAncestors),
  }
}

function viewOf(page: Page): ReactElement {
  switch (page.kind) {
    case 'sign-in':
      return <SignIn page={page} />
    case 'second-factor':
      return <SecondFactor page={page} />
    case 'consent':
      return <Consent page={page} />
    case 'device-code':
      return <DeviceCode page={page} />
    case 'device-confirm':
      return <DeviceConfirm page={page} />
    case 'device-done':
      return <DeviceDone page={page} />
    case 'sign-out':
      return <SignOut page={page} />
    case 'signed-out':
      return <SignedOut page={page} />
    case 'approvals':
      return <Approvals page={page} />
    case 'error':
      return <ErrorView page={page} />
    case 'message':
      return <Message page={page} />
    case 'callback':
      return <Callback page={page} />
    default:
      return assertNever(page)
  }
}
