import { usePathname } from 'wouter/use-browser-location'

import { SESSIONS_ADDRESS } from '../../frame/addresses.ts'

export interface Shown {
  readonly view: 'grants' | 'sessions'
  /** Which of them is looked at. */
  readonly id: string | undefined
}

/** `/grants/ID` or `/grants/sessions/ID`. No id of a grant reads like the word. */
export function useShown(): Shown {
  const [, , first = '', second = ''] = usePathname().split('/')
  const isSessions = `/grants/${first}` === SESSIONS_ADDRESS
  const id = isSessions ? second : first
  return { view: isSessions ? 'sessions' : 'grants', id: id === '' ? undefined : decodeURIComponent(id) }
}
