import { useEffect, useRef } from 'react'

import { classNames } from '../../../components/class-names.ts'
import { TEXT } from './text.ts'

interface IssuerFrameProps {
  readonly address: string
  /** Where it is: known while it is on a page of the screens' own origin, and nowhere else. */
  readonly onSeen: (address: string | undefined) => void
  readonly onBlocked: (origin: string) => void
  readonly className?: string
}

export function IssuerFrame({ address, onSeen, onBlocked, className = 'min-h-96' }: IssuerFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)

  useEffect(() => {
    function report({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void {
      if (effectiveDirective === 'frame-src') onBlocked(blockedURI)
    }
    document.addEventListener('securitypolicyviolation', report)
    return () => document.removeEventListener('securitypolicyviolation', report)
  }, [onBlocked])

  return (
    <iframe
      ref={frame}
      src={address}
      title={TEXT.frame.title}
      className={classNames('w-full flex-1 border-0 bg-panel', className)}
      onLoad={() => onSeen(readAddress(frame.current))}
    />
  )
}

function readAddress(frame: HTMLIFrameElement | null): string | undefined {
  try {
    return frame?.contentWindow?.location.href
  } catch {
    return undefined
  }
}
