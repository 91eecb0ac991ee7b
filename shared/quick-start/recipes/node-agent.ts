import { writeString } from '../../flows/code/literals.ts'
import type { AppFacts } from '../facts.ts'
import { firstOf, hasExtrasButPar, isWeb, lacksCode } from '../misfits.ts'
import type { BuiltCode, Recipe } from '../quick-start.ts'
import { secretFile } from '../write/env-file.ts'
import { callApi, clientImports, discover, nodeRun, npmInstall, OPENID_CLIENT } from '../write/openid-client.ts'
import { signInByLoopback } from '../write/sign-in-by-loopback.ts'
import { lines } from '../write/text.ts'

export const nodeAgent: Recipe = {
  id: 'node-agent',
  title: 'Agent in Node.js (MCP)',
  summary: 'Asks the API who guards it (RFC 9728), signs its user in there, and calls the API’s tools.',
  misfit: firstOf(lacksCode, isWeb, hasExtrasButPar, lacksMcp),
  build,
}

function lacksMcp({ toolCall }: AppFacts): string | undefined {
  return toolCall === undefined
    ? 'It may ask for no scope of an API that speaks the Model Context Protocol.'
    : undefined
}

function build(facts: AppFacts): BuiltCode {
  const redirect = facts.chooseRedirect({ usual: 'http://127.0.0.1/callback' })
  return {
    files: [...secretFile(facts), { path: 'agent.mjs', language: 'javascript', code: write(facts, redirect.uri) }],
    install: npmInstall(facts, OPENID_CLIENT),
    run: nodeRun(facts, 'agent.mjs'),
    redirect,
  }
}

function write(facts: AppFacts, redirect_uri: string): string {
  const url = facts.toolCall?.url ?? ''
  return lines(
    `import { createServer } from 'node:http'`,
    clientImports(facts),
    '',
    `const API = ${writeString(url)}`,
    `const REDIRECT_URI = new URL(${writeString(redirect_uri)})`,
    '',
    '// Without a token the API refuses, and says where its metadata are; they name the issuer.',
    `const refused = await fetch(API, { method: 'POST' })`,
    `const [, where] = /resource_metadata="([^"]+)"/.exec(refused.headers.get('www-authenticate'))`,
    'const metadata = await (await fetch(where)).json()',
    'const [issuer] = metadata.authorization_servers',
    'console.log(`${metadata.resource} is guarded by ${issuer}`)',
    '',
    discover(facts, 'issuer'),
    '',
    signInByLoopback(facts),
    '',
    callApi(facts),
  )
}
