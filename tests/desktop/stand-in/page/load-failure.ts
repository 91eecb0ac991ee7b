/** Electron gives Chromium's name of a failure and its number; the DevTools protocol only the name. */
const NUMBERS: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_RESET: -101,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_ADDRESS_UNREACHABLE: -109,
  ERR_CERT_AUTHORITY_INVALID: -202,
  ERR_UNSAFE_PORT: -312,
  ERR_EMPTY_RESPONSE: -324,
}

export interface LoadFailure {
  readonly code: number
  readonly description: string
  toError(address: string): Error
}

export function explainFailure(errorText: string): LoadFailure {
  const description = errorText.replace('net::', '')
  const code = NUMBERS[description]
  if (code === undefined) throw new Error(`the stand-in does not know the number of ${description}`)
  return {
    code,
    description,
    toError(address) {
      const message = `${description} (${code}) loading '${address}'`
      return Object.assign(new Error(message), { errno: code, code: description, url: address })
    },
  }
}
