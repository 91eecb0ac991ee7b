/** Takes out of a text what somebody who reads an export should not be able to use. */

const SECRET_NAMES: ReadonlySet<string> = new Set([
  'client_secret',
  'password',
  'client_assertion',
  'assertion',
  'code',
  'code_verifier',
  'device_code',
  'user_code',
  'auth_req_id',
  'token',
  'access_token',
  'refresh_token',
  'id_token',
  'id_token_hint',
  'login_hint_token',
  'logout_token',
  'subject_token',
  'actor_token',
  'request',
  'response',
  'registration_access_token',
  'client_notification_token',
  'totpSecret',
  'xsrf',
])

export const MASK = '…'

const JWT_LIKE = /\beyJ[\w-]+(?:\.[\w-]*){1,4}/g
/** In an address or a form: the name may be percent-encoded. */
const PARAMETER = /(^|[?&#;])([\w.%+-]+)=([^&#\s"'<>]*)/g
/** In JSON, also in the first part of one that was cut off. */
const MEMBER = /("([\w-]+)"\s*:\s*")((?:[^"\\]|\\.)*)("|\\?$)/g
const INPUT = /<input\b[^>]*>/gi

export function isSecretName(name: string): boolean {
  return SECRET_NAMES.has(decodeName(name))
}

export function maskText(text: string): string {
  return text
    .replace(INPUT, maskInput)
    .replace(MEMBER, (whole, before: string, name: string, _value: string, end: string) =>
      isSecretName(name) ? `${before}${MASK}${end}` : whole,
    )
    .replace(PARAMETER, (whole, before: string, name: string) =>
      isSecretName(name) ? `${before}${name}=${MASK}` : whole,
    )
    .replace(JWT_LIKE, MASK)
}

/** The hidden fields of a page that posts itself to the application. */
function maskInput(tag: string): string {
  const name = /\bname="([^"]*)"/i.exec(tag)?.[1] ?? ''
  return isSecretName(name) ? tag.replace(/\bvalue="[^"]*"/i, `value="${MASK}"`) : tag
}

const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
  'dpop',
])

/** The scheme of a credential and the name of a cookie say much and give nothing away. */
export function maskHeader(name: string, value: string): string {
  const lower = name.toLowerCase()
  if (!SECRET_HEADERS.has(lower)) return maskText(value)
  if (lower === 'cookie') return value.replace(/=[^;]*/g, `=${MASK}`)
  if (lower === 'set-cookie') return value.replace(/=[^;]*/, `=${MASK}`)
  return value.includes(' ') ? `${value.slice(0, value.indexOf(' '))} ${MASK}` : MASK
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
