import type { CheckedRule } from '#shared/tokens/check-rules.ts'

import { OutsideLink } from '../text-link.tsx'
import { OutcomeMark } from './outcome-mark.tsx'

/** Each rule with what came of it, why, and where it is written. */
export function RuleList({ checked, label }: { readonly checked: readonly CheckedRule[]; readonly label: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {checked.map(({ rule, result }) => (
        <li key={rule.id + rule.title} className="flex gap-2.5 px-3.5 py-2">
          <OutcomeMark outcome={result.outcome} />
          <div className="min-w-0 flex-1">
            <p className="font-medium wrap-anywhere">{rule.title}</p>
            <p className="text-small wrap-anywhere text-ink-2">
              {result.explanation} <OutsideLink href={rule.spec.href}>{rule.spec.label}</OutsideLink>
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
