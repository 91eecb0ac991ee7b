import type { ReactNode } from 'react'

export function Heading({ children }: { readonly children: ReactNode }) {
  return <h2 className="mt-1 flex flex-wrap items-center gap-2 text-small font-semibold">{children}</h2>
}
