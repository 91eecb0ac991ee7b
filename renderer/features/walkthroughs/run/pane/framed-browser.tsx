import { ExternalLink, RotateCw } from 'lucide-react'
import { useState } from 'react'

import { buttonLook } from '../../../../components/button-look.ts'
import { IconButton } from '../../../../components/icon-button.tsx'
import { BlockedPage } from '../../../common/user-agent/blocked-page.tsx'
import { IssuerFrame } from '../../../common/user-agent/issuer-frame.tsx'
import { OtherSiteNotice } from '../../../common/user-agent/other-site-notice.tsx'
import { TEXT } from '../text.ts'
import { PageAddress } from './page-address.tsx'
import type { Visit } from './use-visit.ts'

const words = TEXT.pane

interface FramedBrowserProps {
  readonly visit: Visit & { readonly address: string }
  readonly issuer: string
  readonly screens: string
}

/** The issuer's pages in a frame; where it is can be seen once it is back on the screens' own origin. */
export function FramedBrowser({ visit, issuer, screens }: FramedBrowserProps) {
  const { address, noteArrival } = visit
  const [attempt, setAttempt] = useState(0)
  const [seen, setSeen] = useState<string>()
  const [blocked, setBlocked] = useState<string>()

  function begin(): void {
    setSeen(undefined)
    setBlocked(undefined)
    setAttempt(attempt + 1)
  }

  function look(url: string | undefined): void {
    setSeen(url)
    if (url !== undefined && url.startsWith(location.origin)) noteArrival(url)
  }

  return (
    <>
      <div className="flex flex-none items-center gap-1.5 border-b border-line bg-sunken px-2 py-1.5">
        <IconButton label={words.again} size="small" icon={<RotateCw aria-hidden />} onClick={begin} />
        <PageAddress address={seen ?? address} />
        <a href={address} target="_blank" rel="noopener noreferrer" className={buttonLook('ghost', 'small')}>
          <ExternalLink aria-hidden />
          <span className="max-xl:sr-only">{words.outside}</span>
        </a>
      </div>
      <OtherSiteNotice issuer={issuer} screens={screens} />
      {blocked === undefined ? (
        <IssuerFrame key={attempt} address={address} onSeen={look} onBlocked={setBlocked} className="min-h-0" />
      ) : (
        <BlockedPage address={address} origin={blocked} onBegin={begin} />
      )}
    </>
  )
}
