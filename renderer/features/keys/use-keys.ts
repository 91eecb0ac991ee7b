import { useCall } from '../../stores/use-call.ts'

/** All of them; there are few. */
export function useKeys() {
  return useCall('keys.list', {}, ['keys'])
}
