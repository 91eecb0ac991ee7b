/** Chromium's network errors (net/base/net_error_list.h), in words. */

/** A navigation that another one replaced, or that was refused on purpose: whoever refused it has said why. */
const ABORTED = -3

const SAY: Readonly<Record<number, (host: string) => string>> = {
  [-7]: (host) => `${host} took too long to answer.`,
  [-20]: (host) => `${host} was blocked.`,
  [-27]: (host) => `${host} does not allow itself to be shown here.`,
  [-100]: (host) => `${host} closed the connection without an answer.`,
  [-101]: (host) => `${host} broke off the connection.`,
  [-102]: (host) => `Nothing listens at ${host}. Start what should answer there, then load the page again.`,
  [-105]: (host) => `There is no host called ${host}. Check the spelling.`,
  [-106]: () => 'This machine is not connected to a network.',
  [-107]: (host) => `${host} does not speak https in a way that can be understood. It may be meant for http.`,
  [-109]: (host) => `${host} cannot be reached from here.`,
  [-110]: (host) => `${host} asks for a certificate of the client, and the user agent has none.`,
  [-118]: (host) => `${host} took too long to answer.`,
  [-310]: (host) => `${host} redirected too many times. Its cookies may be to blame: clear them and try again.`,
  [-312]: (host) => `The port in ${host} is one that browsers never open.`,
  [-324]: (host) => `${host} closed the connection without an answer.`,
}

export interface LoadFailure {
  readonly code: number
  /** Such as `ERR_NAME_NOT_RESOLVED`. */
  readonly name: string
  readonly address: string
}

/** Undefined: nothing that a person should hear of. */
export function explainLoad({ code, name, address }: LoadFailure): string | undefined {
  if (code === ABORTED) return undefined
  const host = URL.parse(address)?.host || 'the address'
  if (code <= -200 && code > -300) return `The certificate of ${host} is not valid (${name}), so it was not opened.`
  return SAY[code]?.(host) ?? `${host} could not be shown (${name || code}).`
}
