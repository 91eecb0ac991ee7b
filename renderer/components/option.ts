/** One of several to choose from. */
export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
  readonly hint?: string | undefined
}
