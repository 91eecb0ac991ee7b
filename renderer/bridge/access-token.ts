/**
 * The token that the program printed: it arrives in the fragment, leaves the address at once so that it is in no
 * history, screenshot or copied link, and lives on in memory, and in this tab's sessionStorage so that a reload stays.
 * Other tabs of the same origin are asked for it, so that a second one opens without the printed address.
 */
import { createTokenChannel } from './token-channel.ts'

export interface AccessToken {
  /** Undefined when neither this tab nor another has one that is not known to be refused. */
  get(): Promise<string | undefined>
  /** The program does not take it. */
  reject(token: string): void
  /** Another one has arrived: by a new address in this tab, or in another tab while this one had none. */
  onNew(listener: () => void): void
  close(): void
}

const STORED = 'valetkey.token'

export function createAccessToken(): AccessToken {
  const rejected = new Set<string>()
  const listeners: (() => void)[] = []
  let token = takeFromAddress() ?? readStored()

  function take(next: string): void {
    token = next
    rejected.delete(next)
    store(next)
    for (const listener of listeners) listener()
  }

  const channel = createTokenChannel({
    current: () => token,
    onOffer: (offered) => {
      if (token === undefined && !rejected.has(offered)) take(offered)
    },
  })

  function takeArrived(): void {
    const arrived = takeFromAddress()
    if (arrived === undefined) return
    take(arrived)
    channel.offer(arrived)
  }

  if (token !== undefined) {
    store(token)
    channel.offer(token)
  }
  window.addEventListener('hashchange', takeArrived)
  return {
    async get() {
      if (token === undefined) await channel.ask()
      return token
    },
    reject(refused) {
      rejected.add(refused)
      if (token !== refused) return
      token = undefined
      store(undefined)
    },
    onNew: (listener) => void listeners.push(listener),
    close() {
      window.removeEventListener('hashchange', takeArrived)
      channel.close()
    },
  }
}

/** Path, query and the history's state stay as they are, and of the fragment whatever else it says. */
function takeFromAddress(): string | undefined {
  const { pathname, search, hash } = window.location
  const fragment = new URLSearchParams(hash.slice(1))
  const token = fragment.get('token')
  if (token === null) return undefined
  fragment.delete('token')
  const rest = fragment.size === 0 ? '' : `#${fragment.toString()}`
  window.history.replaceState(window.history.state, '', `${pathname}${search}${rest}`)
  return token === '' ? undefined : token
}

/** A browser that keeps nothing throws instead; then the token is in memory alone. */
function readStored(): string | undefined {
  try {
    return window.sessionStorage.getItem(STORED) ?? undefined
  } catch {
    return undefined
  }
}

function store(token: string | undefined): void {
  try {
    if (token === undefined) window.sessionStorage.removeItem(STORED)
    else window.sessionStorage.setItem(STORED, token)
  } catch {
    // As above.
  }
}
