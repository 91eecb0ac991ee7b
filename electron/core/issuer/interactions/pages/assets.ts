export interface PageAsset {
  /** The address under the issuer. */
  readonly path: string
  /** The file under `resources/`. */
  readonly file: string
  readonly contentType: string
}

/** Everything that the issuer's pages load besides themselves. */
export const PAGE_ASSETS = [
  { path: '/assets/inter.woff2', file: 'fonts/inter.woff2', contentType: 'font/woff2' },
  { path: '/assets/jetbrains-mono.woff2', file: 'fonts/jetbrains-mono.woff2', contentType: 'font/woff2' },
] as const satisfies readonly PageAsset[]
