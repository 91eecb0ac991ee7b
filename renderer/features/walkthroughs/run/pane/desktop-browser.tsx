import { ArrowLeft, ExternalLink, RotateCw } from 'lucide-react'
import { useEffect, useRef } from 'react'

import { IconButton } from '../../../../components/icon-button.tsx'
import { Notice } from '../../../../components/notice.tsx'
import { useBridge } from '../../../../stores/use-stores.tsx'
import { usePlacedView } from '../../../common/user-agent/use-placed-view.ts'
import { useUserAgent } from '../../../common/user-agent/use-user-agent.ts'
import { TEXT } from '../text.ts'
import { PageAddress } from './page-address.tsx'
import type { Visit } from './use-visit.ts'

const words = TEXT.pane

/** The app's own browser, opened where the walkthrough wants it once for each visit. */
export function DesktopBrowser({ visit }: { readonly visit: Visit & { readonly address: string } }) {
  const bridge = useBridge()
  const agent = useUserAgent()
  const box = useRef<HTMLDivElement>(null)
  const opened = useRef<string>(undefined)
  const { address, key, isOver, noteArrival } = visit
  const { address: shown = '', failure } = agent.state ?? {}
  usePlacedView(box, failure === undefined)

  const { open } = agent
  useEffect(() => {
    if (opened.current === key || isOver) return
    opened.current = key
    open(address)
  }, [key, isOver, address, open])

  useEffect(() => {
    if (shown.includes('/callback')) noteArrival(shown)
    // Once for each page that is shown.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [shown])

  return (
    <>
      <div className="flex flex-none items-center gap-1.5 border-b border-line bg-sunken px-2 py-1.5">
        <IconButton
          label="Back"
          size="small"
          tooltipSide="top"
          icon={<ArrowLeft aria-hidden />}
          disabled={agent.state?.canGoBack !== true}
          onClick={() => agent.run('back')}
        />
        <IconButton
          label={words.again}
          size="small"
          tooltipSide="top"
          icon={<RotateCw aria-hidden />}
          onClick={() => agent.open(address)}
        />
        <PageAddress address={shown === '' ? address : shown} />
        <IconButton
          label={words.outside}
          size="small"
          tooltipSide="top"
          icon={<ExternalLink aria-hidden />}
          onClick={() => void bridge.call('shell.openOutside', { address }).catch(() => undefined)}
        />
      </div>
      {failure !== undefined && (
        <Notice tone="bad" className="m-3">
          {failure}
        </Notice>
      )}
      <div ref={box} className="min-h-0 flex-1" />
    </>
  )
}
