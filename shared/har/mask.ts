/** Takes out of a text what somebody who reads an export should not be able to use. */

import { JWT_LIKE, SECRET_PARAMETERS } from '../oauth/secret-parameters.ts'

/** An export holds answers too, and what the program itself keeps. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  ...SECRET_PARAMETERS,
  'user_code',
  'response',
  'totpSecret',
  'csrf_token',
])

export const MASK = '…'

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
  'x-csrf-token',
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
