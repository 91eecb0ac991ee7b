import { ChevronRight } from 'lucide-react'

import type { Members } from '#shared/json/list-differences.ts'

import type { Problems } from '../problems.ts'
import type { FieldGroup } from './field-spec.ts'
import { FormField } from './form-field.tsx'

interface FormGroupsProps {
  readonly groups: readonly FieldGroup[]
  /** Which are open at first. */
  readonly openAtFirst: readonly string[]
  readonly value: Members
  readonly problems: Problems
  readonly onChange: (value: Members) => void
  /** What stands in a group besides its fields. */
  readonly extras?: Readonly<Record<string, React.ReactNode>>
}

/** Fields in groups that can be opened. One with a problem in it is open. */
export function FormGroups({ groups, openAtFirst, extras = {}, ...form }: FormGroupsProps) {
  return groups.map((group) => (
    <details
      key={group.id}
      open={openAtFirst.includes(group.id) || group.fields.some(({ member }) => form.problems.at(member) !== undefined)}
      className="group border-b border-line last:border-b-0"
    >
      <summary className="flex cursor-pointer items-center gap-1.5 px-3.5 py-2.5 font-semibold hover:bg-sunken">
        <ChevronRight className="size-4 flex-none text-ink-3 transition-transform group-open:rotate-90" aria-hidden />
        {group.title}
      </summary>
      <div className="flex flex-col gap-4 px-3.5 pt-1 pb-4">
        {group.text !== undefined && <p className="text-ink-2">{group.text}</p>}
        {group.fields.map((spec) => (
          <FormField key={spec.member} spec={spec} {...form} />
        ))}
        {extras[group.id]}
      </div>
    </details>
  ))
}

export function membersOf(groups: readonly FieldGroup[]): readonly string[] {
  return groups.flatMap(({ fields }) => fields.map(({ member }) => member))
}
