import type { GrantView } from '#shared/contract/calls/grants.ts'

import { issuedTokenAddress, tokensAddress } from '../../../frame/addresses.ts'
import { useCall } from '../../../stores/use-call.ts'
import { Gate } from '../../common/gate.tsx'
import { formatAge } from '../../common/tokens/age.ts'
import { ISSUED_TEXT } from '../../common/tokens/issued-text.ts'
import { useNow } from '../../common/tokens/use-now.ts'
import { TextLink } from '../../common/text-link.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.tokens
const MOST = 100

/** JWTs too, as far as the traffic shows that they were given. */
export function GrantTokens({ grant: { id, client_id, user, tokens } }: { readonly grant: GrantView }) {
  const state = useCall('tokens.list', { client_id, user, state: 'active', limit: MOST }, ['history'])
  const items = state.value?.items.filter(({ grant }) => grant === id) ?? []
  const query = new URLSearchParams({ client: client_id, user })
  const now = useNow()
  return (
    <section aria-label={words.title} className="border-t border-line px-3.5 py-3">
      <h3 className="mb-1 font-semibold">{words.title}</h3>
      <Gate
        // A token more or less is another list.
        key={JSON.stringify(tokens)}
        state={state}
        hasValue={state.value !== undefined}
        loading={words.loading}
        failed={words.failed}
        rows={2}
      >
        {items.length === 0 && <p className="text-ink-2">{words.none}</p>}
        <ul className="flex flex-col gap-1">
          {items.map((token) => (
            <li key={token.id} className="flex flex-wrap items-baseline gap-x-2">
              <TextLink href={issuedTokenAddress(token.id)}>{ISSUED_TEXT.kinds[token.kind]}</TextLink>
              <span className="text-small text-ink-3">
                {ISSUED_TEXT.formats[token.format]}
                {token.expiresAt !== undefined && ` · ${words.expires(formatAge(now, token.expiresAt))}`}
              </span>
            </li>
          ))}
        </ul>
        <p className="mt-2">
          <TextLink href={`${tokensAddress('issued')}?${query.toString()}`}>{words.all}</TextLink>
        </p>
      </Gate>
    </section>
  )
}
