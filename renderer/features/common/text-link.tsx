import { ArrowUpRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { classNames } from '../../components/class-names.ts'

const LOOK = 'rounded-sm text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent'

interface TextLinkProps {
  readonly href: string
  readonly className?: string
  readonly children: ReactNode
}

/** To another screen. */
export function TextLink({ href, className, children }: TextLinkProps) {
  return (
    <Link href={href} className={classNames(LOOK, 'wrap-anywhere', className)}>
      {children}
    </Link>
  )
}

/** Out of the program, in the person's own browser. */
export function OutsideLink({ href, className, children }: TextLinkProps) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={classNames(LOOK, 'whitespace-nowrap', className)}>
      {children}
      <ArrowUpRight className="mb-0.5 inline size-3" aria-label="opens outside" />
    </a>
  )
}
