import { ArrowLeft, ArrowRight, CodeXml, Cookie, ExternalLink, HatGlasses, RotateCw } from 'lucide-react'
import { useRef } from 'react'

import { Badge } from '../../components/badge.tsx'
import { Card } from '../../components/card.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { Notice } from '../../components/notice.tsx'
import { useBridge } from '../../stores/use-stores.tsx'
import type { RunningProgram } from '../common/use-program.ts'
import { AddressBar } from '../common/user-agent/address-bar.tsx'
import { OpenMenu } from './open-menu.tsx'
import { StartPage } from './start-page.tsx'
import { type Suggestion, useSuggestions } from './suggestions.ts'
import { TEXT } from '../common/user-agent/text.ts'
import { usePlacedView } from '../common/user-agent/use-placed-view.ts'
import { type UserAgent, useUserAgent } from '../common/user-agent/use-user-agent.ts'

/** The app's own browser. The page is a view of the window, placed over the box that is left free for it. */
export function DesktopPane({ program }: { readonly program: RunningProgram }) {
  const agent = useUserAgent()
  const suggestions = useSuggestions(program)
  const box = useRef<HTMLDivElement>(null)
  const { address = '', failure, isLoading = false } = agent.state ?? {}
  const hasPage = address !== '' && address !== 'about:blank'
  usePlacedView(box, hasPage && failure === undefined)

  async function choose({ address: make }: Suggestion): Promise<void> {
    agent.open(await make())
  }

  return (
    <Card isFlush className="min-h-96 flex-1">
      <AddressBar
        address={hasPage ? address : ''}
        issuer={program.issuer}
        isLoading={isLoading}
        onOpen={agent.open}
        before={<Moves agent={agent} hasPage={hasPage} />}
        after={
          <>
            {agent.state?.isPrivate === true && <Badge>{TEXT.bar.isPrivate}</Badge>}
            <Deeds agent={agent} address={hasPage ? address : undefined} />
            {hasPage && <OpenMenu suggestions={suggestions} onChoose={(suggestion) => void choose(suggestion)} />}
          </>
        }
      />
      {failure !== undefined && (
        <Notice tone="bad" className="m-3">
          {failure}
        </Notice>
      )}
      {!hasPage && <StartPage suggestions={suggestions} onChoose={(suggestion) => void choose(suggestion)} />}
      <div ref={box} className={hasPage ? 'min-h-0 flex-1' : 'hidden'} />
    </Card>
  )
}

const words = TEXT.bar

function Moves({ agent, hasPage }: { readonly agent: UserAgent; readonly hasPage: boolean }) {
  const { state, run } = agent
  return (
    <>
      <IconButton
        label={words.back}
        size="small"
        tooltipSide="top"
        icon={<ArrowLeft aria-hidden />}
        disabled={state?.canGoBack !== true}
        onClick={() => run('back')}
      />
      <IconButton
        label={words.forward}
        size="small"
        tooltipSide="top"
        icon={<ArrowRight aria-hidden />}
        disabled={state?.canGoForward !== true}
        onClick={() => run('forward')}
      />
      <IconButton
        label={words.reload}
        size="small"
        tooltipSide="top"
        icon={<RotateCw aria-hidden />}
        disabled={!hasPage}
        onClick={() => run('reload')}
      />
    </>
  )
}

function Deeds({ agent, address }: { readonly agent: UserAgent; readonly address: string | undefined }) {
  const bridge = useBridge()
  const { run } = agent
  const openOutside = (page: string) => void bridge.call('shell.openOutside', { address: page }).catch(() => undefined)
  return (
    <>
      <IconButton
        label={words.clearCookies}
        size="small"
        tooltipSide="top"
        icon={<Cookie aria-hidden />}
        onClick={() => run('clearCookies', TEXT.cleared)}
      />
      <IconButton
        label={words.newPrivateSession}
        size="small"
        tooltipSide="top"
        icon={<HatGlasses aria-hidden />}
        onClick={() => run('newPrivateSession', TEXT.fresh)}
      />
      <IconButton
        label={words.devTools}
        size="small"
        tooltipSide="top"
        icon={<CodeXml aria-hidden />}
        onClick={() => run('openDevTools')}
      />
      {address !== undefined && (
        <IconButton
          label={words.outside}
          size="small"
          tooltipSide="top"
          icon={<ExternalLink aria-hidden />}
          onClick={() => openOutside(address)}
        />
      )}
    </>
  )
}
