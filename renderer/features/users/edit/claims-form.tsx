import { isObject, type Members } from '#shared/json/list-differences.ts'
import { adviseClaim } from '#shared/oauth/advise-claim.ts'
import { STANDARD_CLAIMS, type StandardClaim } from '#shared/oauth/standard-claims.ts'

import { TextField } from '../../../components/text-field.tsx'
import { JsonField } from '../../common/edit/fields/json-field.tsx'
import { ListField } from '../../common/edit/fields/list-field.tsx'
import type { Problems } from '../../common/edit/problems.ts'
import { TEXT } from '../text.ts'
import { ClaimField } from './claim-field.tsx'
import { Section } from './section.tsx'
import { claimsOf, withClaim } from './user-draft.ts'

interface ClaimsFormProps {
  readonly draft: Members
  readonly problems: Problems
  readonly onChange: (draft: Members) => void
}

const words = TEXT.edit
const STANDARD: ReadonlySet<string> = new Set(STANDARD_CLAIMS.map(({ name }) => name))
const LISTS = ['roles', 'groups'] as const

/** Members of the draft that have a field of their own, at which a problem is shown. */
export const FORM_FIELDS = ['password', ...[...STANDARD, ...LISTS].map((name) => `claims.${name}`)]

export function ClaimsForm({ draft, problems, onChange }: ClaimsFormProps) {
  const of = (scope: StandardClaim['scope']) => STANDARD_CLAIMS.filter((claim) => claim.scope === scope)
  const group = (scope: StandardClaim['scope'], isOpen: boolean) => (
    <Section title={words.sections[scope]} isInColumns isOpen={isOpen || hasProblem(of(scope), problems)}>
      {of(scope).map((claim) => (
        <ClaimField
          key={claim.name}
          claim={claim}
          value={claimsOf(draft)[claim.name]}
          error={problems.at(`claims.${claim.name}`)}
          onChange={(value) => onChange(withClaim(draft, claim.name, value))}
        />
      ))}
    </Section>
  )
  return (
    <>
      <Section title={words.sections.password} isOpen>
        <TextField
          label={words.newPassword}
          hint={words.newPasswordHint}
          error={problems.at('password')}
          mono
          value={typeof draft['password'] === 'string' ? draft['password'] : ''}
          onChange={({ currentTarget }) => onChange(withPassword(draft, currentTarget.value))}
        />
      </Section>
      {group('profile', true)}
      {group('email', true)}
      {group('phone', false)}
      {group('address', false)}
      <Section title={words.sections.roles}>
        <Lists draft={draft} problems={problems} onChange={onChange} />
      </Section>
      <Section title={words.sections.other}>
        <Others draft={draft} problems={problems} onChange={onChange} />
      </Section>
    </>
  )
}

function Lists({ draft, problems, onChange }: ClaimsFormProps) {
  const hints = { roles: words.rolesHint, groups: words.groupsHint }
  return LISTS.filter((name) => isList(claimsOf(draft)[name])).map((name) => (
    <ListField
      key={name}
      name={name}
      label={<code>{name}</code>}
      hint={hints[name]}
      error={problems.at(`claims.${name}`)}
      values={textsOf(claimsOf(draft)[name])}
      onChange={(values) => onChange(withClaim(draft, name, values.length === 0 ? undefined : [...values]))}
    />
  ))
}

/** Whatever has no field: claims of one's own, and roles that are no list of texts. */
function Others({ draft, problems, onChange }: ClaimsFormProps) {
  const claims = claimsOf(draft)
  const hasField = (name: string) => STANDARD.has(name) || (LISTS.some((list) => list === name) && isList(claims[name]))
  const fielded = Object.entries(claims).filter(([name]) => hasField(name))
  const others = Object.entries(claims).filter(([name]) => !hasField(name))
  const advice = others.map(([name, value]) => adviseClaim(name, value)).find((text) => text !== undefined)
  return (
    <JsonField
      label={words.sections.other}
      hint={advice ?? words.otherHint}
      error={problems.at('claims')}
      value={others.length === 0 ? undefined : Object.fromEntries(others)}
      onChange={(value) => {
        if (value !== undefined && !isObject(value)) return
        onChange({ ...draft, claims: { ...Object.fromEntries(fielded), ...value } })
      }}
    />
  )
}

function withPassword(draft: Members, password: string): Members {
  const { password: _before, ...others } = draft
  return password === '' ? others : { ...others, password }
}

function hasProblem(claims: readonly StandardClaim[], problems: Problems): boolean {
  return claims.some(({ name }) => problems.at(`claims.${name}`) !== undefined)
}

function isList(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
