import { isScreensAddress } from './screens-address.ts'

/** `outside`: not here, and offered to the person's own browser, which takes it if it is http or https. */
export type Decision = 'allow' | 'outside' | 'refuse'

/** The window shows the screens and nothing else, and frames nothing. */
export function decideNavigation({
  url,
  isMainFrame,
}: {
  readonly url: string
  readonly isMainFrame: boolean
}): Decision {
  if (!isMainFrame) return 'refuse'
  return isScreensAddress(url) ? 'allow' : 'outside'
}

/** A frame, a page that is not ours, and a page that has gone meanwhile cannot speak to the program. */
export function isFromScreens(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isScreensAddress(frame.url)
}
