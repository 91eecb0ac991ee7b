/** One step from a format of the file to the next. Never changed once it has been released; a new one follows it. */
export interface Migration {
  readonly version: number
  readonly sql: string
}
