import { Route, Switch } from 'wouter'

import { PLACES } from '../places.ts'
import { NotFound } from './not-found.tsx'
import { PlaceScreen } from './place-screen.tsx'

/** The screen of the place that the address belongs to. */
export function Places() {
  return (
    <Switch>
      {PLACES.map((place) => (
        <Route key={place.id} path={place.pattern}>
          <PlaceScreen key={place.id} place={place} />
        </Route>
      ))}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  )
}
