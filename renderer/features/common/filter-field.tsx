import { Search, X } from 'lucide-react'
import { useId } from 'react'

import { classNames } from '../../components/class-names.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { replaceParameter, useQuery } from './use-address.ts'
import { TEXT } from './text.ts'

interface FilterFieldProps {
  readonly label: string
  /** Where there is room for one of the two, the list is what is shown. */
  readonly isOfList: boolean
}

/** Narrows a list. What is typed stands in the address. */
export function FilterField({ label, isOfList }: FilterFieldProps) {
  const id = useId()
  const value = useQuery().get('q') ?? ''
  return (
    <div className={classNames('relative w-full sm:w-64', !isOfList && 'max-md:hidden')}>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-3" aria-hidden />
      <input
        id={id}
        type="search"
        value={value}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => replaceParameter('q', event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && replaceParameter('q', undefined)}
        className="h-8 w-full rounded-lg border border-edge bg-panel pr-8 pl-8 text-ink hover:border-ink-3 focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
      />
      {value !== '' && (
        <IconButton
          label={TEXT.filter.clear}
          size="small"
          icon={<X aria-hidden />}
          className="absolute top-0.5 right-0.5"
          onClick={() => replaceParameter('q', undefined)}
        />
      )}
    </div>
  )
}
