import { ChevronRight } from 'lucide-react'

import type { WholePart } from '#shared/contract/calls/history.ts'

import { Badge } from '../../../components/badge.tsx'
import type { Tone } from '../../../components/tone.ts'
import { listMembers, type MemberChange, nameOfPart, showValue } from './list-members.ts'
import { TEXT } from './text.ts'

interface ChangedPartsProps {
  readonly parts: readonly WholePart[]
  /** All there are. */
  readonly count: number
}

/** This many are open at first: with more, one wants to see which there are. */
const MOST_OPEN = 2

const TONES: Readonly<Record<WholePart['action'], Tone>> = { created: 'good', changed: 'accent', removed: 'bad' }

/** What changed or would change, each entity with its members. */
export function ChangedParts({ parts, count }: ChangedPartsProps) {
  return (
    <>
      <ul className="divide-y divide-line">
        {parts.map((part) => (
          <li key={`${part.kind} ${part.id}`}>
            <Part part={part} isOpen={parts.length <= MOST_OPEN} />
          </li>
        ))}
      </ul>
      {count > parts.length && <p className="px-3.5 py-2 text-small text-ink-3">{TEXT.more(count - parts.length)}</p>}
    </>
  )
}

function Part({ part, isOpen }: { readonly part: WholePart; readonly isOpen: boolean }) {
  const members = listMembers(part)
  const name = nameOfPart(part)
  return (
    <details open={isOpen} className="group/part min-w-0">
      <summary className="flex min-w-0 cursor-pointer list-none flex-wrap items-center gap-x-2 gap-y-1 px-3.5 py-2 hover:bg-sunken focus-visible:-outline-offset-2">
        <ChevronRight
          className="size-4 flex-none text-ink-3 transition-transform group-open/part:rotate-90"
          aria-hidden
        />
        <Badge tone={TONES[part.action]}>{TEXT.actions[part.action]}</Badge>
        <span className="text-small text-ink-3">{TEXT.kinds[part.kind]}</span>
        {part.kind !== 'settings' && <b className="min-w-0 font-medium wrap-anywhere">{name}</b>}
        {name !== part.id && <code className="min-w-0 text-small text-ink-3 wrap-anywhere">{part.id}</code>}
        {part.action === 'changed' && (
          <span className="ml-auto min-w-0 truncate text-small text-ink-3 group-open/part:hidden">
            {part.members.join(', ')}
          </span>
        )}
      </summary>
      <div className="px-3.5 pb-3 pl-9.5">
        <Members members={members} action={part.action} caption={`${TEXT.actions[part.action]}: ${name}`} />
      </div>
    </details>
  )
}

interface MembersProps {
  readonly members: readonly MemberChange[]
  readonly action: WholePart['action']
  readonly caption: string
}

function Members({ members, action, caption }: MembersProps) {
  if (members.length === 0) return <p className="text-small text-ink-3">{TEXT.hidden}</p>
  const isChanged = action === 'changed'
  return (
    <table className="w-full table-fixed border-collapse text-left text-small">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-tiny text-ink-3">
        <tr>
          <th scope="col" className="w-[30%] py-1 pr-3 font-medium">
            {TEXT.member}
          </th>
          {isChanged && (
            <th scope="col" className="py-1 pr-3 font-medium">
              {TEXT.before}
            </th>
          )}
          <th scope="col" className="py-1 font-medium">
            {isChanged ? TEXT.after : TEXT.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ name, before, after, isSecret = false }) => (
          <tr key={name} className="border-t border-line align-top">
            <th scope="row" className="py-1.5 pr-3 font-mono font-normal wrap-anywhere">
              {name}
            </th>
            {isSecret ? (
              <td colSpan={isChanged ? 2 : 1} className="py-1.5 text-ink-3">
                {TEXT.secret}
              </td>
            ) : (
              <>
                {isChanged && <Value value={before} />}
                <Value value={action === 'removed' ? before : after} />
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Value({ value }: { readonly value: unknown }) {
  if (value === undefined) return <td className="py-1.5 pr-3 text-ink-3">{TEXT.none}</td>
  return (
    <td className="py-1.5 pr-3">
      <code className="block max-h-48 overflow-auto wrap-anywhere whitespace-pre-wrap">{showValue(value)}</code>
    </td>
  )
}
