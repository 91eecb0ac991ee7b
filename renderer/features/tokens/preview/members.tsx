import type { ClaimSource, PreviewMember, PreviewToken } from '#shared/contract/calls/tokens.ts'
import { assertNever } from '#shared/errors.ts'

import { LongValue } from '../../../components/long-value.tsx'
import { apiAddress, applicationAddress, settingsAddress, userAddress } from '../../../frame/addresses.ts'
import { formatMoment } from '../../common/format-time.ts'
import { TextLink } from '../../common/text-link.tsx'
import { describeSource, type SourceWords, TEXT } from './text.ts'

interface MembersProps {
  readonly title: string
  readonly members: readonly PreviewMember[]
}

/** Name, value, and where the value is set. */
export function Members({ title, members }: MembersProps) {
  return (
    <div className="border-b border-line last:border-b-0">
      <h3 className="px-3.5 pt-2 text-tiny font-medium text-ink-3">{title}</h3>
      <dl>
        {members.map((member) => (
          <div
            key={member.name}
            className="grid gap-x-3 gap-y-0.5 border-b border-line px-3.5 py-1.5 last:border-b-0 sm:grid-cols-[minmax(6rem,9.5rem)_minmax(0,1fr)_minmax(0,1fr)]"
          >
            <dt className="font-mono text-small font-semibold wrap-anywhere">{member.name}</dt>
            <dd className="flex min-w-0 text-ink-2">
              <LongValue className="max-h-24">{showValue(member)}</LongValue>
            </dd>
            <dd className="text-small text-ink-2">
              <Source source={member.source} />
              {member.varies && <span className="text-ink-3"> · {TEXT.varies}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Source({ source }: { readonly source: ClaimSource }) {
  const { text, link } = describeSource(source)
  if (link === undefined || link.entity === '') return text
  return <TextLink href={addressOf(link)}>{text}</TextLink>
}

function addressOf({ to, entity }: NonNullable<SourceWords['link']>): string {
  switch (to) {
    case 'user':
      return userAddress(entity)
    case 'client':
      return applicationAddress(entity)
    case 'api':
      return apiAddress(entity)
    case 'settings':
      return settingsAddress(entity)
    default:
      return assertNever(to)
  }
}

const TIMES = new Set(['iat', 'exp', 'auth_time', 'nbf', 'updated_at'])

function showValue({ name, value }: PreviewMember): string {
  if (typeof value === 'number' && TIMES.has(name)) return `${value} (${formatMoment(value * 1000)})`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What the user has, and this does not say. */
export function Withheld({ withheld }: Pick<PreviewToken, 'withheld'>) {
  if (withheld.length === 0) return null
  return (
    <div className="px-3.5 py-2">
      <h3 className="text-tiny font-medium text-ink-3">{TEXT.withheld}</h3>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-small text-ink-2">
        {withheld.map(({ name, scope }) => (
          <li key={name}>
            <code className="font-semibold">{name}</code> {TEXT.withheldBy(scope)}
          </li>
        ))}
      </ul>
    </div>
  )
}
