import { createElement, Suspense, use, useEffect } from 'react'
import { useLocation } from 'wouter'

import { Loading } from '../../components/loading.tsx'
import type { Place } from '../places.ts'
import { TEXT } from '../text.ts'
import { Arrival } from './arrival.tsx'
import { forgetFailedScreen, loadedScreen, loadOtherScreens, loadScreen } from './load-place.ts'
import { ScreenBoundary } from './screen-boundary.tsx'

export function PlaceScreen({ place }: { readonly place: Place }) {
  const [address] = useLocation()
  return (
    <ScreenBoundary address={address} onRetry={() => forgetFailedScreen(place)}>
      <Suspense fallback={<Loading label={TEXT.loadingScreen(place.title)} />}>
        <LoadedScreen place={place} />
        <Arrival />
      </Suspense>
    </ScreenBoundary>
  )
}

function LoadedScreen({ place }: { readonly place: Place }) {
  const Screen = loadedScreen(place) ?? use(loadScreen(place))
  useEffect(() => void loadOtherScreens(), [])
  return createElement(Screen)
}
