import { fromShown } from './custom-schemes.ts'
import type { ShownPage } from './shown-page.ts'

export type WindowOpenHandler = (details: {
  readonly url: string
  readonly frameName: string
  readonly features: string
  readonly disposition: string
}) => { readonly action: 'deny' | 'allow' }

/** The page that a page opened is closed before it has loaded anything; the program is asked as Electron asks it. */
export function refusePopups(page: ShownPage, handler: () => WindowOpenHandler | undefined): void {
  page.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
    const details = { url: fromShown(url), frameName: windowName, features: windowFeatures.join(',') }
    const answer = handler()?.({ ...details, disposition: 'foreground-tab' }) ?? { action: 'allow' }
    if (answer.action !== 'deny') throw new Error('the stand-in has no windows that a page opens')
  })
}
