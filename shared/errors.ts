/** The one shape in which a failure crosses a door: to a terminal, over HTTP, IPC or a socket. */
export interface ErrorShape {
  readonly code: string
  readonly message: string
  readonly detail?: unknown
}

/** A failure that a person can read and act on. `code` is for programs, `message` says what happened and the way out. */
export class ValetKeyError extends Error {
  override readonly name = 'ValetKeyError'
  readonly code: string
  readonly detail: unknown

  constructor(code: string, message: string, options: { detail?: unknown; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.detail = options.detail
  }

  toShape(): ErrorShape {
    return { code: this.code, message: this.message, ...(this.detail === undefined ? {} : { detail: this.detail }) }
  }
}

export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`)
}
