import { ExternalLink, RotateCw } from 'lucide-react'
import { useState } from 'react'

import { buttonLook } from '../../components/button-look.ts'
import { Card } from '../../components/card.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { replaceParameter, useQuery } from '../common/use-address.ts'
import type { RunningProgram } from '../common/use-program.ts'
import { AddressBar } from '../common/user-agent/address-bar.tsx'
import { BlockedPage } from '../common/user-agent/blocked-page.tsx'
import { IssuerFrame } from '../common/user-agent/issuer-frame.tsx'
import { OpenMenu } from './open-menu.tsx'
import { OtherSiteNotice } from '../common/user-agent/other-site-notice.tsx'
import { StartPage } from './start-page.tsx'
import { type Suggestion, useSuggestions } from './suggestions.ts'
import { TEXT } from '../common/user-agent/text.ts'

const ADDRESS = 'address'

/** The issuer's pages in a frame. The address that was opened stands in the screen's own, so that a reload stays. */
export function FramePane({ program }: { readonly program: RunningProgram }) {
  const { issuer } = program
  const suggestions = useSuggestions(program)
  const opened = framed(useQuery().get(ADDRESS), issuer)
  const [attempt, setAttempt] = useState(0)
  /** Where the frame is, as far as that can be seen. */
  const [seen, setSeen] = useState<string>()
  const [blocked, setBlocked] = useState<string>()
  const address = seen ?? opened ?? ''

  function open(next: string): void {
    setSeen(undefined)
    setBlocked(undefined)
    if (framed(next, issuer) === undefined) {
      window.open(next, '_blank', 'noopener,noreferrer')
      return
    }
    setAttempt((before) => before + 1)
    replaceParameter(ADDRESS, next)
  }

  function beginAnew(): void {
    setSeen(undefined)
    setBlocked(undefined)
    replaceParameter(ADDRESS, undefined)
  }

  async function choose({ address: make }: Suggestion): Promise<void> {
    open(await make())
  }

  return (
    <>
      <OtherSiteNotice issuer={issuer} screens={program.screens} />
      <Card isFlush className="min-h-96 flex-1">
        <AddressBar
          address={address}
          issuer={issuer}
          onOpen={open}
          before={
            opened !== undefined && (
              <IconButton
                label={TEXT.bar.again}
                size="small"
                icon={<RotateCw aria-hidden />}
                onClick={() => open(opened)}
              />
            )
          }
          after={
            opened !== undefined && (
              <>
                <a href={opened} target="_blank" rel="noopener noreferrer" className={buttonLook('secondary', 'small')}>
                  <ExternalLink aria-hidden /> {TEXT.bar.outside}
                </a>
                <OpenMenu suggestions={suggestions} onChoose={(suggestion) => void choose(suggestion)} />
              </>
            )
          }
        />
        {opened === undefined && (
          <StartPage suggestions={suggestions} onChoose={(suggestion) => void choose(suggestion)} />
        )}
        {opened !== undefined && blocked !== undefined && (
          <BlockedPage address={opened} origin={blocked} onBegin={beginAnew} />
        )}
        {opened !== undefined && blocked === undefined && (
          <IssuerFrame key={`${attempt} ${opened}`} address={opened} onSeen={setSeen} onBlocked={setBlocked} />
        )}
      </Card>
    </>
  )
}

/** The policy of the screens frames the issuer, and what has their own origin. */
function framed(address: string | null, issuer: string): string | undefined {
  const url = address === null ? null : URL.parse(address)
  if (url === null) return undefined
  const origins = [new URL(issuer).origin, location.origin]
  return origins.includes(url.origin) ? url.href : undefined
}
