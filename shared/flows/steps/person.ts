import { rfc } from '../../teach/specs.ts'
import { rich } from '../../teach/rich-text.ts'
import type { PersonStep } from '../flow.ts'

export const signIn: PersonStep = {
  kind: 'person',
  id: 'sign-in',
  title: 'Sign in',
  from: 'user',
  to: 'issuer',
  arrow: 'sign in',
  page: 'login',
  isOptional: true,
  teach: {
    what: rich`The user proves who they are to the issuer, on the issuer’s own page. The application never sees the password.`,
    goesWrong: rich`A page inside the application that asks for the issuer’s password teaches people to type it anywhere.`,
    specs: [rfc(6749, '3.1'), rfc(8252, '8.12')],
  },
}

export const consent: PersonStep = {
  kind: 'person',
  id: 'consent',
  title: 'Consent',
  from: 'user',
  to: 'issuer',
  arrow: 'consent',
  page: 'consent',
  isOptional: true,
  teach: {
    what: rich`The user sees which application asks for what, and allows or denies it.`,
    goesWrong: rich`Asking for more than the application needs: people either deny it all or learn to allow anything.`,
    specs: [rfc(6749, '3.3'), rfc(6749, '10.2')],
  },
}
