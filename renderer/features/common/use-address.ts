import { useMemo } from 'react'
import { navigate, usePathname, useSearch } from 'wouter/use-browser-location'

/**
 * What the address names inside its place: `calendar-app` of `/applications/calendar-app`. Read from the address as
 * it is, since a name may hold anything, and one that is decoded twice is another one.
 */
export function useNamed(): string | undefined {
  const [, , name] = usePathname().split('/')
  return name === undefined || name === '' ? undefined : decode(name)
}

export function useQuery(): URLSearchParams {
  const search = useSearch()
  return useMemo(() => new URLSearchParams(search), [search])
}

/** The present address with one parameter changed; without a value, left out. */
export function withParameter(name: string, value: string | undefined): string {
  const query = new URLSearchParams(location.search)
  if (value === undefined || value === '') query.delete(name)
  else query.set(name, value)
  const text = query.toString()
  return location.pathname + (text === '' ? '' : `?${text}`)
}

/** For what is adjusted many times on one screen: each keystroke is no step to go back by. */
export function replaceParameter(name: string, value: string | undefined): void {
  navigate(withParameter(name, value), { replace: true, state: history.state })
}

/** To another thing in the same place, with what was typed and chosen there. */
export function keepQuery(path: string, ...names: readonly string[]): string {
  const query = new URLSearchParams([...new URLSearchParams(location.search)].filter(([name]) => names.includes(name)))
  const text = query.toString()
  return path + (text === '' ? '' : `?${text}`)
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
