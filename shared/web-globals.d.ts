/**
 * The few globals that browsers and Node both have, named one by one so that this tier can use them
 * without letting in the rest of either.
 */
declare class URLSearchParams {
  constructor(init?: string | Record<string, string> | Iterable<readonly [string, string]>)
  append(name: string, value: string): void
  get(name: string): string | null
  getAll(name: string): string[]
  has(name: string): boolean
  set(name: string, value: string): void
  entries(): IterableIterator<[string, string]>
  toString(): string
}

declare class URL {
  constructor(url: string, base?: string | URL)
  static canParse(url: string, base?: string | URL): boolean
  static parse(url: string, base?: string | URL): URL | null
  hash: string
  host: string
  hostname: string
  href: string
  readonly origin: string
  password: string
  pathname: string
  port: string
  protocol: string
  search: string
  readonly searchParams: URLSearchParams
  username: string
  toString(): string
}

/** Latin-1 only: what is not ASCII has to be encoded before. */
declare function btoa(text: string): string
/** Throws at what is no base64. */
declare function atob(text: string): string

declare class TextEncoder {
  encode(text: string): Uint8Array
}

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
  decode(bytes: Uint8Array): string
}

declare const crypto: {
  randomUUID(): string
  /** In a browser, of secure contexts only, which loopback addresses and the app's own scheme are. */
  readonly subtle: { digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer> }
}

/** What it gives back is for clearTimeout alone; a browser and Node have two different things there. */
declare function setTimeout(work: () => void, milliseconds: number): { readonly timer: unique symbol }
declare function clearTimeout(timer: ReturnType<typeof setTimeout> | undefined): void
declare function queueMicrotask(work: () => void): void
