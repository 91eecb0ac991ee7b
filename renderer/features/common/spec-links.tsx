import { Fragment } from 'react'

import type { Link } from '#shared/teach/lesson.ts'

import { OutsideLink } from './text-link.tsx'

export function SpecLinks({ specs }: { readonly specs: readonly Link[] }) {
  return specs.map(({ label, href }, index) => (
    <Fragment key={href}>
      {index > 0 && ' · '}
      <OutsideLink href={href}>{label}</OutsideLink>
    </Fragment>
  ))
}
