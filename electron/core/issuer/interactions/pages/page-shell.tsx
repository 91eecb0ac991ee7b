import type { ReactNode } from 'react'
import { FAVICON, KeyIcon } from './parts/icons.tsx'
import { stylesheet } from './styles/stylesheet.ts'

export interface PageShellProps {
  readonly title: string
  /** Where the tab says more than the heading, such as that something went wrong. */
  readonly documentTitle?: string
  readonly wide?: boolean
  readonly children: ReactNode
}

/** What every page of the issuer has around it. No script, no style attribute: the policy forbids both. */
export function PageShell(props: PageShellProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="same-origin" />
        <title>{`${props.documentTitle ?? props.title} · Valet Key`}</title>
        <link rel="icon" href={FAVICON} />
        <style dangerouslySetInnerHTML={{ __html: stylesheet }} />
      </head>
      <body>
        <div className={props.wide ? 'sheet wide' : 'sheet'}>
          <header className="brand">
            <KeyIcon />
            Valet Key
          </header>
          <main>
            <h1>{props.title}</h1>
            {props.children}
          </main>
          <footer className="foot">
            Valet Key, a playground issuer on your own machine. Use no password here that you use elsewhere.
          </footer>
        </div>
      </body>
    </html>
  )
}
