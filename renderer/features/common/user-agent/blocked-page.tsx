import { ExternalLink, ShieldBan } from 'lucide-react'

import { buttonLook } from '../../../components/button-look.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { TEXT } from './text.ts'

interface BlockedPageProps {
  /** That was opened, and led there. */
  readonly address: string
  readonly origin: string
  readonly onBegin: () => void
}

const words = TEXT.frame

/** In place of a page that a frame here may not show. */
export function BlockedPage({ address, origin, onBegin }: BlockedPageProps) {
  return (
    <EmptyState
      icon={<ShieldBan />}
      title={words.blocked(origin)}
      text={words.blockedText}
      action={
        <>
          <a href={address} target="_blank" rel="noopener noreferrer" className={buttonLook('primary')}>
            <ExternalLink aria-hidden /> {TEXT.bar.outside}
          </a>
          <Button onClick={onBegin}>{words.begin}</Button>
        </>
      }
    />
  )
}
