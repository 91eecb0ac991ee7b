import { navigate } from 'wouter/use-browser-location'

const RUN = /^\/walkthroughs\/[^/]+\/[^/]+$/

/** Where a run is shown; elsewhere there is nothing to present. */
export function presentRun(): void {
  if (!RUN.test(location.pathname)) return
  const query = new URLSearchParams(location.search)
  query.set('present', 'on')
  navigate(`${location.pathname}?${query.toString()}`, { replace: true, state: history.state })
}
