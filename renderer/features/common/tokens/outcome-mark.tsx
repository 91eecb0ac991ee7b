import { CircleAlert, CircleCheck, CircleMinus, type LucideIcon, TriangleAlert } from 'lucide-react'

import type { Outcome } from '#shared/tokens/rules/rule.ts'

import { classNames } from '../../../components/class-names.ts'

const MARKS: Readonly<Record<Outcome, { readonly icon: LucideIcon; readonly look: string }>> = {
  kept: { icon: CircleCheck, look: 'text-good' },
  broken: { icon: CircleAlert, look: 'text-bad' },
  advice: { icon: TriangleAlert, look: 'text-warn' },
  'not applicable': { icon: CircleMinus, look: 'text-ink-3' },
}

export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  const { icon: Icon, look } = MARKS[outcome]
  return <Icon className={classNames('mt-0.5 size-3.5 flex-none', look)} aria-label={outcome} />
}
