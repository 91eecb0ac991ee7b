/** The one cookie of the demo backend. Its name and path are its own: on localhost all ports share their cookies. */
const NAME = 'valetkey-demo-session'
/** Seconds; the session behind it lives as long. */
const LIFETIME = 3600

export function writeCookie(address: string, id: string): string {
  return [`${NAME}=${id}`, `Max-Age=${LIFETIME}`, ...attributesOf(address)].join('; ')
}

export function clearCookie(address: string): string {
  return [`${NAME}=`, 'Max-Age=0', ...attributesOf(address)].join('; ')
}

/** Of a `Cookie` header. */
export function readCookie(header: string | undefined): string | undefined {
  const pairs = header?.split(';').map((pair) => pair.trim()) ?? []
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1)
}

function attributesOf(address: string): readonly string[] {
  const { protocol, pathname } = new URL(address)
  return [`Path=${pathname}`, 'HttpOnly', 'SameSite=Strict', ...(protocol === 'https:' ? ['Secure'] : [])]
}
