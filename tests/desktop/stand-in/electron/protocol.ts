import { addScheme } from '../page/custom-schemes.ts'
import type { SchemeHandler } from '../page/requests.ts'
import { assertKnown, strict } from '../strict.ts'
import { app } from './app.ts'
import { session } from './session.ts'

interface CustomScheme {
  readonly scheme: string
  readonly privileges: Readonly<Record<string, boolean>>
}

const PRIVILEGES = ['standard', 'secure', 'supportFetchAPI', 'codeCache']

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]) {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of schemes) {
      assertKnown('Privileges', privileges, PRIVILEGES)
      // Shown as https, it is both whatever the program says; so the program has to say it.
      if (!privileges['standard'] || !privileges['secure']) throw new Error('the stand-in has no such schemes')
      addScheme(scheme)
    }
  },
  handle: (scheme: string, handler: SchemeHandler) => session.defaultSession.protocol.handle(scheme, handler),
})
