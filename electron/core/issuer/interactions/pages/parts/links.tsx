import type { Link } from '#shared/teach/lesson.ts'

const WEB_ADDRESS = /^(https?:\/\/|\/(?!\/))/i

/** An address may have come from a registration, and `javascript:` is an address too. */
export function isWebAddress(address: string): boolean {
  return WEB_ADDRESS.test(address)
}

/** Links to the screens. They leave a frame, since the screens are what framed the page. */
export function ButtonLinks(props: { readonly links: readonly Link[] }) {
  const links = props.links.filter((link) => isWebAddress(link.href))
  if (links.length === 0) return null
  return (
    <div className="row links">
      {links.map((link, index) => (
        <a key={link.href} className={index === 0 ? 'btn primary' : 'btn'} href={link.href} target="_top">
          {link.label}
        </a>
      ))}
    </div>
  )
}

/** A link to a specification, which opens beside the page: in a frame most of them refuse to show. */
export function SpecLink(props: { readonly spec: Link }) {
  return (
    <a className="specs" href={props.spec.href} target="_blank" rel="noreferrer">
      {props.spec.label}
      <span className="vh"> (opens in a new tab)</span>
    </a>
  )
}
