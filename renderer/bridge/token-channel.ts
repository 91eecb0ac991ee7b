/** Between the tabs of one origin. The browser lets no page of another origin hear it, whatever its name is. */

export interface TokenChannel {
  /** Resolves when another tab has offered one, or soon when none does. */
  ask(): Promise<void>
  offer(token: string): void
  close(): void
}

export interface TokenChannelOptions {
  readonly current: () => string | undefined
  readonly onOffer: (token: string) => void
}

const NAME = 'valetkey.token'
/** Milliseconds; a tab in the background answers within a few. */
const PATIENCE = 400

export function createTokenChannel({ current, onOffer }: TokenChannelOptions): TokenChannel {
  const channel = new BroadcastChannel(NAME)
  let asked: PromiseWithResolvers<void> | undefined

  function offer(token: string): void {
    channel.postMessage({ token })
  }

  function settle(): void {
    asked?.resolve()
    asked = undefined
  }

  channel.addEventListener('message', ({ data }) => {
    const offered = readOffer(data)
    const mine = current()
    if (offered !== undefined) {
      onOffer(offered)
      settle()
    } else if (mine !== undefined) offer(mine)
  })

  return {
    ask() {
      if (asked) return asked.promise
      asked = Promise.withResolvers<void>()
      setTimeout(settle, PATIENCE)
      channel.postMessage({ ask: true })
      return asked.promise
    },
    offer,
    close() {
      settle()
      channel.close()
    },
  }
}

function readOffer(data: unknown): string | undefined {
  const isOffer = typeof data === 'object' && data !== null && 'token' in data && typeof data.token === 'string'
  return isOffer ? String(data.token) : undefined
}
