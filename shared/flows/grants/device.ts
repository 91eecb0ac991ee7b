import { GRANT } from '../../oauth/protocol.ts'
import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { readJson, readRefusal } from '../answer.ts'
import { authenticate } from '../authenticate.ts'
import { checkThat } from '../checks.ts'
import { buildForm, buildGet } from '../draft.ts'
import { endpointOf } from '../endpoints.ts'
import type { BrowserStep, CallStep, Flow, LocalStep, PersonStep } from '../flow.ts'
import { knownText, learn, maybeText } from '../known.ts'
import { scopeText } from '../scope.ts'
import { apiSteps } from '../steps/call-api.ts'
import { consent, signIn } from '../steps/person.ts'
import { buildPolls } from '../steps/poll.ts'
import { lacksGrant } from './checks.ts'

const { pending, early, poll } = buildPolls({
  grant_type: GRANT.deviceCode,
  spec: rfc(8628, '3.5'),
  specs: [rfc(8628, '3.4'), rfc(8628, '3.5')],
  parameters: (context) => ({ device_code: knownText(context, 'device_code') }),
})

export const device: Flow = {
  id: 'device',
  title: 'Device',
  group: 'device',
  summary: 'A device without a keyboard or a browser: the user answers on another one.',
  verdict: {
    tone: 'good',
    label: 'Right for devices',
    text: rich`The way for televisions, printers and terminals. OAuth 2.1 leaves it to its own standard, RFC 8628. Where there is a browser on the same machine, take the code grant: here the user cannot see which device the code was shown on, and can be talked into allowing somebody else’s.`,
  },
  specs: [rfc(8628), rfc(8628, '5.4')],
  lanes: ['user', 'browser', 'client', 'issuer', 'api'],
  variants: [],
  layers: ['openid', 'refresh', 'resource', 'dpop'],
  needs: ['device_authorization_endpoint'],
  uses: () => ({ grants: [GRANT.deviceCode] }),
  defaults: {
    client_id: 'couch-tv',
    api: 'https://photobox.test/api',
    scope: ['read:pictures'],
    layers: ['openid', 'refresh'],
  },
  checkClient: (client) => lacksGrant(client, GRANT.deviceCode),
  steps: (choice) => [
    authorizeDevice,
    showCode,
    pending,
    early,
    openPage,
    confirmCode,
    signIn,
    consent,
    poll,
    ...apiSteps(choice),
  ],
}

const authorizeDevice: CallStep = {
  kind: 'call',
  id: 'device-authorization',
  title: 'Ask for a code to show',
  from: 'client',
  to: 'issuer',
  arrow: 'POST /device_authorization',
  answerArrow: 'user_code, device_code',
  teach: {
    what: rich`The device says who it is and what it wants. It gets two codes: a short {user_code} for the screen, and a long {device_code} that it keeps and polls with.`,
    goesWrong: rich`A {user_code} is short, so it can be guessed. The issuer lets it live for minutes only, and lets nobody try many.`,
    specs: [rfc(8628, '3.1'), rfc(8628, '3.2')],
  },
  build(context) {
    const address = endpointOf(context.issuer, 'device_authorization_endpoint')
    return authenticate(context, buildForm(address, { scope: scopeText(context) }))
  },
  process(_context, answer) {
    const error = readRefusal(answer)
    if (error !== undefined) return { learned: {}, checks: [], error }
    const { device_code, user_code, verification_uri, verification_uri_complete, interval } = readJson(answer) ?? {}
    const comparison = {
      id: 'device-answer',
      title: 'There are two codes, and an address for the user',
      spec: rfc(8628, '3.2'),
      otherwise: 'Without them the device has nothing to show, or nothing to poll with.',
    }
    const isThere = [device_code, user_code, verification_uri].every((value) => typeof value === 'string')
    const values = { device_code, user_code, verification_uri, verification_uri_complete, interval }
    return {
      learned: learn(values, ['device_code']),
      checks: [checkThat(comparison, isThere, isThere ? 'all three' : 'not all three', 'all three')],
    }
  },
}

const showCode: LocalStep = {
  kind: 'local',
  id: 'show-code',
  title: 'Show the code',
  from: 'client',
  to: 'user',
  arrow: 'user_code, address',
  teach: {
    what: rich`The device shows the {user_code} and the address where to type it; a picture code may carry both. The user takes a telephone or a computer, whatever has a browser.`,
    goesWrong: rich`A code that comes by mail or telephone is not from one’s own device: whoever types it in lets a stranger’s device in.`,
    specs: [rfc(8628, '3.3'), rfc(8628, '5.4')],
  },
  run: () => ({ learned: {}, checks: [] }),
}

const openPage: BrowserStep = {
  kind: 'browser',
  id: 'device-page',
  title: 'Open the address on another device',
  from: 'browser',
  to: 'issuer',
  arrow: 'GET /device',
  teach: {
    what: rich`The user opens the address that the device shows. This browser has nothing to do with the device: the code is all that ties the two together.`,
    goesWrong: rich`The address with the code in it saves typing. Then the user has to compare the code with the one on the device, or the tie is gone.`,
    specs: [rfc(8628, '3.3'), rfc(8628, '3.3.1')],
  },
  build: (context) =>
    buildGet(maybeText(context, 'verification_uri_complete') ?? knownText(context, 'verification_uri')),
}

const confirmCode: PersonStep = {
  kind: 'person',
  id: 'confirm-code',
  title: 'Compare the code',
  from: 'user',
  to: 'issuer',
  arrow: 'user_code',
  page: 'device',
  isOptional: false,
  teach: {
    what: rich`The issuer shows the code and asks whether it is the one on the device. This is the moment at which a stranger’s device can still be kept out.`,
    goesWrong: rich`People click through. The page has to say plainly which device asks, and for what.`,
    specs: [rfc(8628, '3.3'), rfc(8628, '5.4')],
  },
}
