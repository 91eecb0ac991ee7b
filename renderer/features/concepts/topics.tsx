import { Link } from 'wouter'
import { navigate } from 'wouter/use-browser-location'

import { CONCEPTS } from '#shared/teach/concepts.ts'

import { classNames } from '../../components/class-names.ts'
import { Select } from '../../components/select.tsx'
import { conceptAddress } from '../../frame/addresses.ts'
import { TEXT } from './text.ts'

interface TopicsProps {
  readonly selected: string
}

export function TopicList({ selected }: TopicsProps) {
  return (
    <nav aria-label={TEXT.topics} className="sticky top-3 max-md:hidden">
      <ol className="flex flex-col gap-0.5 border-l border-line">
        {CONCEPTS.map(({ id, title }) => (
          <li key={id}>
            <Link
              href={conceptAddress(id)}
              aria-current={id === selected ? 'page' : undefined}
              className={classNames(
                '-ml-px block rounded-r-md border-l-2 py-1.5 pr-2 pl-3',
                id === selected
                  ? 'border-accent bg-accent-soft font-semibold text-accent'
                  : 'border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
              )}
            >
              {title}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const OPTIONS = CONCEPTS.map(({ id, title }) => ({ value: id, label: title }))

/** In place of the list where there is no room for it. */
export function TopicSelect({ selected }: TopicsProps) {
  return (
    <Select
      label={TEXT.topic}
      className="md:hidden"
      value={OPTIONS.find(({ value }) => value === selected)?.value ?? CONCEPTS[0].id}
      options={OPTIONS}
      onChange={(id) => navigate(conceptAddress(id))}
    />
  )
}
