import { resolve } from 'node:path'

import { createCore } from '../../core/create-core.ts'
import { loadScreens } from '../screens/load-screens.ts'
import { checkOptions } from './check-options.ts'
import type { ValetKey, ValetKeyOptions } from './valetkey.d.ts'

export async function startValetKey(options: ValetKeyOptions = {}): Promise<ValetKey> {
  checkOptions(options)
  const core = await createCore({
    dataDirectory: options.data === undefined ? undefined : resolve(options.data),
    port: options.port ?? 0,
    uiPort: options.uiPort ?? 0,
    issuer: options.issuer,
    permissive: options.permissive,
    screens: (options.screens ?? true) && loadScreens,
    config: typeof options.config === 'string' ? resolve(options.config) : options.config,
    onProblem: options.onProblem ?? ((message) => console.error(message)),
  })
  let closing: Promise<void> | undefined
  const close = () => (closing ??= core.close())
  return {
    url: core.issuer,
    discovery: core.discovery,
    api: core.api,
    ui: core.ui,
    managementToken: core.token,
    // Loaded with the first token, since many a test never asks for one.
    token: async (asked) => (await import('./token.ts')).token(core, asked),
    close,
    [Symbol.asyncDispose]: close,
  }
}
