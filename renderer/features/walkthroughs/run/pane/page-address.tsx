import { TEXT } from '../text.ts'

/** The part that says where one is stands out. */
export function PageAddress({ address }: { readonly address: string }) {
  const url = URL.parse(address)
  const [here, rest] = url === null ? [address, ''] : [url.host + url.pathname, url.search + url.hash]
  return (
    <span
      title={address}
      className="min-w-0 flex-1 truncate rounded-md border border-line bg-panel px-2.25 py-0.75 font-mono text-small text-ink-3"
    >
      <span className="sr-only">{TEXT.pane.address}: </span>
      <span className="text-ink">{here}</span>
      {rest}
    </span>
  )
}
