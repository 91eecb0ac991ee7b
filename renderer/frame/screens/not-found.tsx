import { Search, SearchX } from 'lucide-react'
import { Link, useLocation } from 'wouter'

import { buttonLook } from '../../components/button-look.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Screen } from '../../components/screen.tsx'
import { useFrame } from '../commands/use-frame.tsx'
import { TEXT } from '../text.ts'
import { Arrival } from './arrival.tsx'

const words = TEXT.notFound

export function NotFound() {
  const [path] = useLocation()
  const { store } = useFrame()
  return (
    <Screen title={words.title}>
      <EmptyState
        icon={<SearchX />}
        title={words.heading}
        text={words.text(path)}
        action={
          <>
            <Link href="/" className={buttonLook('primary')}>
              {words.home}
            </Link>
            <Button icon={<Search aria-hidden />} onClick={() => store.getState().open({ kind: 'palette' })}>
              {words.search}
            </Button>
          </>
        }
      />
      <Arrival />
    </Screen>
  )
}
