import type { BrowserContext } from 'playwright'

/** Before the first page runs; what the screens write later stays. */
export async function rememberInContext(context: BrowserContext, entries: Readonly<Record<string, string>>) {
  if (Object.keys(entries).length === 0) return
  await context.addInitScript((remembered) => {
    // A frame without an origin of its own has no storage.
    if (location.origin === 'null' || sessionStorage.getItem('remembered') !== null) return
    sessionStorage.setItem('remembered', 'yes')
    for (const [key, value] of Object.entries(remembered)) localStorage.setItem(key, value)
  }, entries)
}
