import type { ReactNode } from 'react'
import type { ConsentPage } from '../page.ts'
import { Facts } from './facts.tsx'

type Detail = ConsentPage['authorizationDetails'][number]

/** `authorization_details` (RFC 9396): each entry taken apart, and as it was sent. */
export function AuthorizationDetails(props: { readonly details: readonly Detail[] }) {
  return props.details.map((detail, index) => (
    <section className="card" key={index} aria-labelledby={`detail-${index}`}>
      <header>
        <h2 id={`detail-${index}`}>
          <code>{detail.type}</code>
        </h2>
        <small>
          <code>authorization_details</code>
        </small>
      </header>
      <Members detail={detail} />
      <div className="pad">
        <details>
          <summary>As it was sent</summary>
          <pre>{JSON.stringify(detail, undefined, 2)}</pre>
        </details>
      </div>
    </section>
  ))
}

function Members({ detail }: { readonly detail: Detail }) {
  const members = Object.entries(detail).filter(([name]) => name !== 'type')
  if (members.length === 0) return <p className="pad text">Nothing but its type.</p>
  return <Facts facts={members.map(([name, value]) => [<code key={name}>{name}</code>, readable(value)] as const)} />
}

/** Words as they are, lists with commas, anything deeper as JSON. */
function readable(value: unknown): ReactNode {
  if (isWord(value)) return String(value)
  if (Array.isArray(value) && value.every(isWord)) return value.map(String).join(', ')
  return <code>{JSON.stringify(value)}</code>
}

function isWord(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
