import { Notice } from '../../components/notice.tsx'
import { TEXT } from './text.ts'

interface FrameNoticesProps {
  readonly issuer: string
  /** As the program names its screens, which need not be how they were opened. */
  readonly screens: string
  /** The origin that the issuer sent the frame to, and that is not shown in it. */
  readonly blocked: string | undefined
}

const words = TEXT.frame

export function FrameNotices({ issuer, screens, blocked }: FrameNoticesProps) {
  const there = new URL(issuer).hostname
  const isOtherSite = there !== location.hostname
  return (
    <>
      {isOtherSite && (
        <Notice tone="warn">
          {words.otherSite(location.hostname, there)} {words.otherSiteAction(screens)}
        </Notice>
      )}
      {blocked !== undefined && (
        <Notice tone="warn">
          {words.blocked(blocked)} {words.blockedElsewhere}
        </Notice>
      )}
      <details className="text-small text-ink-2">
        <summary className="w-fit rounded-sm text-ink-3 hover:text-ink">{words.limits.title}</summary>
        <p className="mt-1 max-w-[70ch]">{words.limits.text}</p>
      </details>
    </>
  )
}
