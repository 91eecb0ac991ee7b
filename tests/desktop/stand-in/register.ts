/** `node --import .../register.ts out/desktop/main.js`: the built program, with the stand-in where it asks for Electron. */
import { registerHooks } from 'node:module'

const STAND_IN = new URL('electron/index.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: STAND_IN, shortCircuit: true } : next(specifier, context),
})
