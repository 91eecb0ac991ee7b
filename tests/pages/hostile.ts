import type { Page } from '../../electron/core/issuer/interactions/pages/page.ts'

/** What somebody might register as a name, or send as a parameter. */
export const HOSTILE = `"><script>document.title='owned'</script><img src=x onerror=alert(1)>`

/** Names whose values choose what is shown, and addresses of forms, which the issuer makes itself. */
const OURS: ReadonlySet<string> = new Set(['kind', 'action'])

/** The same page with every text that a stranger could have chosen replaced by a hostile one. */
export function hostileTwin<Any extends Page>(page: Any): Any {
  return JSON.parse(JSON.stringify(page), (name, value: unknown) =>
    typeof value === 'string' && !OURS.has(name) ? HOSTILE : value,
  ) as Any
}
