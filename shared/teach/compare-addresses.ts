import { isLoopbackHost } from '#shared/oauth/loopback.ts'

/** One way in which an address that was sent differs from one that is registered. */
export type AddressDifference =
  | 'not-an-address'
  | 'encoded-twice'
  | 'surrounding-space'
  | 'scheme'
  | 'loopback-name'
  | 'host'
  | 'port'
  | 'path-missing'
  | 'slash-added'
  | 'slash-missing'
  | 'path-case'
  | 'path'
  | 'query'
  | 'fragment'
  | 'spelling'

/** Everything in which the two differ; nothing when they are the same to the letter. */
export function checkAddresses(sent: string, registered: string): readonly AddressDifference[] {
  if (sent === registered) return []
  if (sent.trim() === registered) return ['surrounding-space']
  if (decoded(sent) === registered) return ['encoded-twice']
  if (!URL.canParse(sent)) return ['not-an-address']
  if (!URL.canParse(registered)) return ['spelling']
  const found = checkParts(new URL(sent), new URL(registered))
  return found.length > 0 ? found : [spellingDifference(sent, registered)]
}

function checkParts(sent: URL, registered: URL): readonly AddressDifference[] {
  if (sent.protocol !== registered.protocol && !(isHttp(sent) && isHttp(registered))) return ['scheme']
  return [
    sent.protocol === registered.protocol ? undefined : ('scheme' as const),
    hostDifference(sent.hostname, registered.hostname),
    sent.port === registered.port ? undefined : ('port' as const),
    pathDifference(sent.pathname, registered.pathname),
    sent.search === registered.search ? undefined : ('query' as const),
    sent.hash === registered.hash ? undefined : ('fragment' as const),
  ].filter((difference) => difference !== undefined)
}

/** Between a custom scheme and the web nothing else can be compared. */
function isHttp(address: URL): boolean {
  return address.protocol === 'http:' || address.protocol === 'https:'
}

function hostDifference(sent: string, registered: string): AddressDifference | undefined {
  if (sent === registered) return undefined
  return isLoopbackHost(sent) && isLoopbackHost(registered) ? 'loopback-name' : 'host'
}

function pathDifference(sent: string, registered: string): AddressDifference | undefined {
  if (sent === registered) return undefined
  if (sent === `${registered}/`) return 'slash-added'
  if (`${sent}/` === registered) return 'slash-missing'
  if (sent === '/' || sent === '') return 'path-missing'
  return sent.toLowerCase() === registered.toLowerCase() ? 'path-case' : 'path'
}

/**
 * Two spellings of what a browser takes for one address: `http://app` and `http://app/`, `HTTP:`, `%7E` for `~`.
 * The comparison is of letters (RFC 9700 section 4.1.3), so they differ all the same.
 */
function spellingDifference(sent: string, registered: string): AddressDifference {
  if (sent === `${registered}/`) return 'slash-added'
  return `${sent}/` === registered ? 'slash-missing' : 'spelling'
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
