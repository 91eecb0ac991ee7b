import type { OutsideIssuerView } from '#shared/contract/calls/issuers.ts'
import type { ScreenInput } from '#shared/contract/calls/calls.ts'

import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

export type IssuerInput = ScreenInput<'issuers.replace'>['issuer']
export type ClientInput = NonNullable<IssuerInput['clients']>[number]

export type Saved = { readonly error: string | undefined }

/** Everything that is there is sent again; secrets are not, and stay as they are. */
export function useSaveIssuer({ id, name, issuer: address, clients, api }: OutsideIssuerView) {
  const bridge = useBridge()

  return async (changes: Partial<Omit<IssuerInput, 'id' | 'address'>>): Promise<Saved> => {
    const before: IssuerInput = { name, address, clients: clients.map(toInput), ...(api && { api }) }
    try {
      await bridge.call('issuers.replace', { id, issuer: { ...before, ...changes } })
      return { error: undefined }
    } catch (error) {
      return { error: parseError(error).message }
    }
  }
}

export function toInput(client: OutsideIssuerView['clients'][number]): ClientInput {
  const { meta: _meta, jwks: _jwks, ...input } = client
  return input as ClientInput
}

export function useToast() {
  const { show } = useStores().toasts.getState()
  return {
    good: (text: string) => show({ text, tone: 'good' }),
    notSaved: (why: string) => show({ text: TEXT.detail.notSaved(why), tone: 'bad' }),
    bad: (text: string) => show({ text, tone: 'bad' }),
  }
}
