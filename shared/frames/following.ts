export interface Following {
  /** Somebody listens, until what it gives back is called. */
  hold(): () => void
  close(): void
}

/** A page that is loaded again, or a laptop that was shut for a moment, goes on where it was. */
const LINGER = 3 * 60_000

/** Follows while somebody listens, and for a while after, so that a program that nobody watches does nothing for it. */
export function createFollowing(follow: () => () => void, linger = LINGER): Following {
  let holders = 0
  let unfollow: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  function stop(): void {
    clearTimeout(timer)
    unfollow?.()
    unfollow = undefined
  }

  function release(): void {
    holders -= 1
    if (holders === 0 && !isClosed) timer = setTimeout(stop, linger)
  }

  return {
    hold() {
      holders += 1
      clearTimeout(timer)
      if (!isClosed) unfollow ??= follow()
      let isHeld = true
      return () => {
        if (isHeld) release()
        isHeld = false
      }
    },
    close() {
      isClosed = true
      stop()
    },
  }
}
