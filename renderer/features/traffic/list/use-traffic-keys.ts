import { type RefObject, useEffect, useRef } from 'react'

import { hasPlainKeys } from '../../../frame/shortcuts/plain-keys.ts'
import { belongsToTyping } from '../../../frame/shortcuts/typing.ts'
import { TRAFFIC_KEYS } from '../../../frame/shortcuts/traffic-keys.ts'
import { FILTER_FIELD } from './filter-field.tsx'

interface TrafficKeys {
  readonly box: RefObject<HTMLElement | null>
  readonly isFollowing: () => boolean
  readonly follow: () => void
  readonly stop: () => void
}

/** Keys that work in all of Traffic, not in the list alone. */
export function useTrafficKeys(keys: TrafficKeys): void {
  const latest = useRef(keys)
  useEffect(() => void (latest.current = keys))
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (belongsToTyping(event.target) || !hasPlainKeys()) return
      const { isFollowing, follow, stop, box } = latest.current
      if (event.key === TRAFFIC_KEYS.filter) document.querySelector<HTMLInputElement>(`#${FILTER_FIELD}`)?.focus()
      else if (event.key.toLowerCase() === TRAFFIC_KEYS.follow) (isFollowing() ? stop : follow)()
      else if (event.key.toLowerCase() === TRAFFIC_KEYS.list) box.current?.focus()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
