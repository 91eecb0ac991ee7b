import { Notice } from '../../../components/notice.tsx'
import { TEXT } from './text.ts'

interface OtherSiteNoticeProps {
  readonly issuer: string
  /** As the program names its screens, which need not be how they were opened. */
  readonly screens: string
}

const words = TEXT.frame

/** Cookies stay away from a frame of another site, and without them nobody can sign in. */
export function OtherSiteNotice({ issuer, screens }: OtherSiteNoticeProps) {
  const there = new URL(issuer).hostname
  if (there === location.hostname) return null
  return (
    <Notice tone="warn">
      {words.otherSite(location.hostname, there)} {words.otherSiteAction(screens)}
    </Notice>
  )
}
