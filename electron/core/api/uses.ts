import type { ApiDependencies } from './dependencies.ts'
import type { Handlers } from './handlers.ts'

export function useHandlers({ recorder }: ApiDependencies): Handlers<'uses'> {
  return { 'uses.list': async () => ({ items: [...(await recorder.clientUses())] }) }
}
