import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { buttonLook } from '../../components/button-look.ts'
import { classNames } from '../../components/class-names.ts'
import { Screen } from '../../components/screen.tsx'
import { tokensAddress } from '../../frame/addresses.ts'
import { TEXT } from './text.ts'
import { VIEWS } from './views.ts'

interface TokensPageProps {
  /** Which view this is. */
  readonly view: string | undefined
  readonly tags?: ReactNode
  readonly children: ReactNode
}

/** What stands around each view: the title, a line under it, and the ways to the others. */
export function TokensPage({ view, tags, children }: TokensPageProps) {
  return (
    <Screen title={TEXT.title} tags={tags} actions={<Views view={view} />} isFilling>
      {children}
    </Screen>
  )
}

function Views({ view }: Pick<TokensPageProps, 'view'>) {
  return (
    <nav aria-label={TEXT.views.label} className="flex flex-wrap gap-1">
      {VIEWS.map(({ id, title }, index) => (
        <Link
          key={id}
          href={tokensAddress(index === 0 ? undefined : id)}
          aria-current={id === view ? 'page' : undefined}
          className={classNames(buttonLook('ghost'), id === view && 'bg-accent-soft! text-accent!')}
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}
