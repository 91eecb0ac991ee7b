import { writeString } from '../../flows/code/literals.ts'
import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtrasButPar, isWeb, lacksCode } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { secretFile } from '../write/env-file.ts'
import { callApi, clientImports, discover, nodeRun, npmInstall, OPENID_CLIENT } from '../write/openid-client.ts'
import { lines } from '../write/text.ts'
import { showUser, signInByLoopback } from '../write/sign-in-by-loopback.ts'

export const nodeNative: Recipe = {
  id: 'node-native',
  title: 'Node.js, listening on the loopback',
  summary: 'Opens the system’s browser for the sign-in, and gets the answer on a free port of this machine (RFC 8252).',
  misfit: firstOf(lacksCode, isWeb, hasExtrasButPar),
  build,
}

function build(facts: AppFacts): BuiltCode {
  const redirect = facts.chooseRedirect({ usual: 'http://127.0.0.1/callback' })
  return {
    files: [...secretFile(facts), { path: 'sign-in.mjs', language: 'javascript', code: write(facts, redirect.uri) }],
    install: npmInstall(facts, OPENID_CLIENT),
    run: nodeRun(facts, 'sign-in.mjs'),
    redirect,
    notes: [
      'It prints the address to open. A real application opens it in the system’s browser, never in a window of its own.',
    ],
  }
}

function write(facts: AppFacts, redirect_uri: string): string {
  return lines(
    `import { createServer } from 'node:http'`,
    clientImports(facts),
    '',
    `const REDIRECT_URI = new URL(${writeString(redirect_uri)})`,
    '',
    discover(facts),
    '',
    signInByLoopback(facts),
    '',
    showUser(facts),
    callApi(facts),
  )
}
