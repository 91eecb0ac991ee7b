import { createElement, Suspense, use, useEffect } from 'react'
import { useLocation } from 'wouter'

import { Loading } from '../../components/loading.tsx'
import type { Place } from '../places.ts'
import { TEXT } from '../text.ts'
import { Arrival } from './arrival.tsx'
import { forgetScreen, loadOtherScreens, loadScreen } from './load-place.ts'
import { ScreenBoundary } from './screen-boundary.tsx'

export function PlaceScreen({ place }: { readonly place: Place }) {
  const [address] = useLocation()
  return (
    <ScreenBoundary address={address} onRetry={() => forgetScreen(place)}>
      <Suspense fallback={<Loading label={TEXT.loadingScreen(place.title)} />}>
        <LoadedScreen place={place} />
        <Arrival />
        <LoadOthers />
      </Suspense>
    </ScreenBoundary>
  )
}

/** No hook may follow a `use` that is left out at times: React resumes this component after it had waited there. */
function LoadedScreen({ place }: { readonly place: Place }) {
  const Screen = use(loadScreen(place))
  return createElement(Screen)
}

/** Once this screen is here. */
function LoadOthers() {
  useEffect(() => void loadOtherScreens(), [])
  return null
}
