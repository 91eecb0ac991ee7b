import type { EventLog } from '#shared/frames/event-log.ts'
import { createFollowing, type Following } from '#shared/frames/following.ts'

import type { Core } from '../core/create-core.ts'

export interface CoreFollower extends Following {
  /** Each start has a core of its own; those who listen go on with it. */
  attach(core: Pick<Core, 'follow'> | undefined): void
}

/** Puts what happens in the core that runs now into the log, while somebody listens to it. */
export function createCoreFollower(events: EventLog): CoreFollower {
  let core: Pick<Core, 'follow'> | undefined
  let end: (() => void) | undefined
  let isFollowed = false

  function renew(): void {
    end?.()
    end = isFollowed ? core?.follow(events) : undefined
  }

  function setFollowed(to: boolean): void {
    isFollowed = to
    renew()
  }

  const following = createFollowing(() => {
    setFollowed(true)
    return () => setFollowed(false)
  })
  return {
    ...following,
    attach(next) {
      core = next
      renew()
    },
  }
}
