import { flowAddress } from '../../frame/addresses.ts'

/** What a walkthrough begins with, where it is not what it would begin with by itself. */
export interface Setup {
  readonly client?: string | undefined
  /** `none` for a walk that ends with the tokens. */
  readonly api?: string | undefined
  readonly scope?: readonly string[] | undefined
  readonly layers?: readonly string[] | undefined
}

/** The screen on which the walkthrough can be changed before it starts. */
export function setupAddress(flow: string, { client, api, scope, layers }: Setup = {}): string {
  const query = new URLSearchParams({
    ...(client !== undefined && { client }),
    ...(api !== undefined && { api }),
    ...(scope !== undefined && { scope: scope.join(' ') }),
    ...(layers !== undefined && { layers: layers.join(' ') }),
  }).toString()
  return flowAddress(flow) + (query === '' ? '' : `?${query}`)
}
