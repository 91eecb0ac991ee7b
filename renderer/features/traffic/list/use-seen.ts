import { useEffect } from 'react'

import { useFollowed } from '../../../stores/use-stores.tsx'

/** Who has Traffic in front of them has seen the errors that are counted beside its name. */
export function useSeen(): void {
  const unseen = useFollowed((state) => state.unseen)
  const look = useFollowed((state) => state.look)
  useEffect(() => {
    const lookIfVisible = () => void (document.visibilityState === 'visible' && look())
    lookIfVisible()
    document.addEventListener('visibilitychange', lookIfVisible)
    return () => document.removeEventListener('visibilitychange', lookIfVisible)
  }, [unseen, look])
}
