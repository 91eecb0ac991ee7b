import { SearchX } from 'lucide-react'
import { Link } from 'wouter'

import { buttonLook } from '../../components/button-look.ts'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

interface GoneProps {
  readonly title: string
  readonly text: string
  readonly href: string
  readonly action: string
}

/** The address names something that is not there. */
export function Gone({ title, text, href, action }: GoneProps) {
  return (
    <Card className="flex-1">
      <EmptyState
        icon={<SearchX />}
        title={title}
        text={text}
        action={
          <Link href={href} className={buttonLook()}>
            {action}
          </Link>
        }
      />
    </Card>
  )
}
