import { X } from 'lucide-react'

import { DOORS } from '#shared/model/history.ts'

import { Button } from '../../components/button.tsx'
import { Select } from '../../components/select.tsx'
import { TEXT as CHANGES } from '../common/changes/text.ts'
import { replaceParameter } from '../common/use-address.ts'
import type { HistoryFilter } from './create-history-list.ts'
import { TEXT } from './text.ts'

const words = TEXT.filter

interface HistoryFiltersProps {
  readonly filter: HistoryFilter
  /** Where there is room for one of the two, the list is what is shown. */
  readonly isOfList: boolean
}

/** What is chosen stands in the address. */
export function HistoryFilters({ filter, isOfList }: HistoryFiltersProps) {
  const { kind, door, entity } = filter
  if (entity !== undefined) {
    return (
      <Button
        icon={<X aria-hidden />}
        aria-label={`${words.of(entity)}. ${words.drop}`}
        onClick={() => {
          replaceParameter('entity', undefined)
          replaceParameter('kind', undefined)
        }}
      >
        {words.of(entity)}
      </Button>
    )
  }
  const look = isOfList ? 'w-40' : 'w-40 max-md:hidden'
  return (
    <>
      <Select
        label={words.kind}
        isLabelHidden
        className={look}
        value={kind ?? ''}
        options={[
          { value: '', label: words.anyKind },
          ...Object.entries(CHANGES.kinds).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(value) => replaceParameter('kind', value)}
      />
      <Select
        label={words.door}
        isLabelHidden
        className={look}
        value={door ?? ''}
        options={[
          { value: '', label: words.anyDoor },
          ...DOORS.map((value) => ({ value: String(value), label: CHANGES.doors[value] })),
        ]}
        onChange={(value) => replaceParameter('door', value)}
      />
    </>
  )
}
