import { rich } from '../../teach/rich-text.ts'
import { registration as openidSpec, rfc } from '../../teach/specs.ts'
import { asClient } from '../as-client.ts'
import type { Choice, Flow, Step } from '../flow.ts'
import { resource } from '../layers/resource.ts'
import { pkce } from '../layers/pkce.ts'
import { callApi } from '../steps/call-api.ts'
import { register, registeredClient } from '../steps/registration.ts'
import {
  deleteRegistration,
  readDeleted,
  readRegistration,
  updateRegistration,
} from '../steps/registration-management.ts'
import { lacksCode } from './checks.ts'
import { codeSteps } from './code-steps.ts'

export const registration: Flow = {
  id: 'registration',
  title: 'Dynamic registration',
  group: 'around',
  summary: 'An application that the issuer has never heard of registers itself, and is gone again at the end.',
  verdict: {
    tone: 'neutral',
    label: 'Where it fits',
    text: rich`For applications that meet their issuer only when they run. Where the two know each other, somebody registers them by hand. Everyone may register, so the issuer knows nothing of those who did; RFC 9700 and OAuth 2.1 hold for them as for all others.`,
  },
  specs: [rfc(7591), rfc(7592), openidSpec('2')],
  lanes: ['user', 'browser', 'client', 'issuer', 'api'],
  variants: [],
  layers: [],
  builtIn: ['pkce', 'resource'],
  needs: ['registration_endpoint'],
  defaults: {
    client_id: 'calendar-app',
    api: 'https://organizer.test/api',
    scope: ['read:appointments'],
    layers: [],
  },
  checkClient: lacksCode,
  steps: (choice) => [
    register,
    readRegistration,
    updateRegistration,
    ...asClient(useSteps(choice), { prefix: 'registered-', suffix: '', pick: registeredClient }),
    deleteRegistration,
    readDeleted,
  ],
}

/** That it is a client like any other. */
function useSteps(choice: Choice): readonly Step[] {
  const call = choice.api === undefined ? [] : [callApi]
  return resource.apply(pkce.apply([...codeSteps(), ...call], choice), choice)
}
