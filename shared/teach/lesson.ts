/** Running text with protocol names in it, which are set in the mono face. */
export type RichText = readonly (string | { readonly code: string })[]

export interface Link {
  readonly label: string
  readonly href: string
}

/** What an error teaches: data that a page, a panel or a terminal can show. */
export interface ErrorLesson {
  /** The protocol's own code, such as `invalid_redirect_uri`. */
  readonly code: string
  readonly title: string
  readonly summary: RichText
  /** What was sent beside what is registered, the nearest first; the difference is marked. */
  readonly comparison?:
    | { readonly parameter: string; readonly sent: string; readonly registered: readonly string[] }
    | undefined
  /** Why the standard wants a stop here. */
  readonly why: RichText
  readonly specs: readonly Link[]
  readonly fixes: readonly RichText[]
  /** Links to the screens; the first is the main one. This page never changes anything itself. */
  readonly links: readonly Link[]
  /** What the protocol's answer said, and what it kept to itself. */
  readonly description?: string | undefined
  readonly reason?: string | undefined
}
