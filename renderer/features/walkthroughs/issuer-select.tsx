import { navigate } from 'wouter/use-browser-location'

import { Select } from '../../components/select.tsx'
import { ISSUERS_ADDRESS } from '../../frame/addresses.ts'
import { useIssuers } from '../../stores/use-stores.tsx'
import { TextLink } from '../common/text-link.tsx'
import { useProgram } from '../common/use-program.ts'
import { TEXT } from './text.ts'

const words = TEXT.issuer
const OWN = ''

interface IssuerSelectProps {
  /** Left out: the program's own. */
  readonly id: string | undefined
  readonly error?: string | undefined
}

/** Where it is walked. Another issuer has other clients, so what was picked of this one is forgotten. */
export function IssuerSelect({ id, error }: IssuerSelectProps) {
  const items = useIssuers(({ value }) => value?.items) ?? []
  const host = URL.parse(useProgram()?.issuer ?? '')?.host
  return (
    <Select
      label={words.label}
      value={id ?? OWN}
      error={error}
      hint={<TextLink href={ISSUERS_ADDRESS}>{words.manage}</TextLink>}
      options={[
        { value: OWN, label: host === undefined ? words.own : words.ownAt(host) },
        ...items.map((item) => ({ value: item.id, label: item.name })),
      ]}
      onChange={pick}
    />
  )
}

function pick(id: string): void {
  const query = id === OWN ? '' : `?${new URLSearchParams({ issuer: id })}`
  navigate(`${location.pathname}${query}`, { replace: true, state: history.state })
}
