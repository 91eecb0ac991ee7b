import type { ReactNode } from 'react'
import type { ClientView } from '../page.ts'
import { isWebAddress } from './links.tsx'

/** The application that asks: its sign, its name, and what is said of it. */
export function ClientBadge(props: { readonly client: ClientView; readonly children?: ReactNode }) {
  const { client } = props
  return (
    <div className="client">
      <ClientSign client={client} />
      <div>
        <b>{client.name}</b>
        <span className="quiet">
          {props.children ?? <code>{client.client_id}</code>} <ClientHome uri={client.uri} />
        </span>
      </div>
    </div>
  )
}

/** Only a picture that the registration itself holds is shown: fetching one would tell a stranger who signs in. */
export function ClientSign(props: { readonly client: ClientView }) {
  const { logoUri, name } = props.client
  return (
    <span className="badge" aria-hidden="true">
      {logoUri !== undefined && /^data:image\//i.test(logoUri) ? <img src={logoUri} alt="" /> : initials(name)}
    </span>
  )
}

/** A link to the application's own site, as a registration may have it. */
export function ClientHome(props: { readonly uri: string | undefined }) {
  const { uri } = props
  if (uri === undefined || !isWebAddress(uri) || !URL.canParse(uri)) return null
  return (
    <a href={uri} target="_blank" rel="noreferrer">
      {new URL(uri).host}
      <span className="vh"> (opens in a new tab)</span>
    </a>
  )
}

/** One letter or two that stand for a name. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('')
}
