import { GRANT } from '../../oauth/protocol.ts'
import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtrasButPar, lacksGrant } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { secretFile } from '../write/env-file.ts'
import {
  askedFor,
  callApi,
  clientImports,
  discover,
  nodeRun,
  npmInstall,
  OPENID_CLIENT,
} from '../write/openid-client.ts'
import { showUser } from '../write/sign-in-by-loopback.ts'
import { lines } from '../write/text.ts'

export const nodeDevice: Recipe = {
  id: 'node-device',
  title: 'Node.js, with a code for another device',
  summary: 'Shows a short code; the user types it on a phone or a computer, and signs in there (RFC 8628).',
  misfit: firstOf(lacksGrant(GRANT.deviceCode, 'device'), hasExtrasButPar),
  build: (facts): BuiltCode => ({
    files: [...secretFile(facts), { path: 'device.mjs', language: 'javascript', code: write(facts) }],
    install: npmInstall(facts, OPENID_CLIENT),
    run: nodeRun(facts, 'device.mjs'),
  }),
}

function write(facts: AppFacts): string {
  return lines(
    clientImports(facts),
    '',
    discover(facts),
    '',
    'const asked = await client.initiateDeviceAuthorization(config, {',
    askedFor(facts, '  '),
    '})',
    'console.log(`Open ${asked.verification_uri} and type ${asked.user_code}`)',
    'console.log(`or open ${asked.verification_uri_complete}`)',
    '',
    '// Asks again and again, as slowly as the issuer wants, until the user is done.',
    'const tokens = await client.pollDeviceAuthorizationGrant(config, asked)',
    '',
    showUser(facts),
    callApi(facts),
  )
}
