import { useRef } from 'react'

import { ClockBanner } from './clock/clock-banner.tsx'
import { ConnectionBanner } from './trouble/connection-banner.tsx'
import { Navigation } from './navigation/navigation.tsx'
import { Places } from './screens/places.tsx'
import { useKeptScroll } from './screens/use-kept-scroll.ts'
import { TEXT } from './text.ts'
import { TopBar } from './top-bar/top-bar.tsx'
import { useErrorAlerts } from './use-error-alerts.ts'

const MAIN = 'main'

/** Top bar, navigation, and the screen that the address names. */
export function Layout() {
  const main = useRef<HTMLElement>(null)
  useKeptScroll(main)
  useErrorAlerts()

  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[3rem_auto_minmax(0,1fr)] md:grid-cols-[auto_minmax(0,1fr)]">
      <a
        href={`#${MAIN}`}
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-lg bg-accent px-3 py-1.5 font-semibold text-on-accent focus-visible:translate-y-0"
        onClick={(event) => (event.preventDefault(), main.current?.focus())}
      >
        {TEXT.skip}
      </a>
      <TopBar />
      <div className="col-span-full row-start-2 min-w-0">
        <ConnectionBanner />
        <ClockBanner />
      </div>
      <Navigation />
      <main
        ref={main}
        id={MAIN}
        tabIndex={-1}
        className="col-start-1 row-start-3 min-w-0 overflow-auto md:col-start-2 focus-visible:-outline-offset-2"
      >
        <Places />
      </main>
    </div>
  )
}
