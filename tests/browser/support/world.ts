/** A built issuer, two applications on origins of their own, and a Chromium whose every complaint fails the test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll } from 'vitest'

import type { ConfigFile } from '#shared/contract/config.ts'
import { chromiumPath, sharedChromium } from '../../support/chromium.ts'
import { createComplaints, watchContext } from '../../support/complaints.ts'
import { type Program, startProgram } from '../../support/program.ts'
import { type SampleApp, startSampleApp } from './sample-app.ts'
import { PATIENCE } from '../../support/patience.ts'

/** A suite skips itself by it, and each file says so aloud. */
export const noChromium = chromiumPath() === undefined
if (noChromium) {
  console.warn('SKIPPED: no Chromium here. Install one at /usr/bin/chromium, or name one by VALETKEY_CHROMIUM.')
}

interface Running {
  readonly program: Program
  readonly browser: Browser
  readonly notes: SampleApp
  readonly diary: SampleApp
}

export interface World {
  readonly issuer: string
  readonly screens: string
  readonly notes: SampleApp
  readonly diary: SampleApp
  /** A browser of its own, without cookies; closed after the test. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>
  newPage(options?: BrowserContextOptions): Promise<Page>
  /** For a test that provokes a complaint of the browser on purpose. */
  expectComplaint(pattern: RegExp): void
}

export function useWorld(): World {
  let running: Running | undefined
  let contexts: BrowserContext[] = []
  const complaints = createComplaints()

  beforeAll(async () => void (running = await start()))
  afterAll(async () => running && (await stop(running)))
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    contexts = []
    complaints.assertNone()
  })

  function started(): Running {
    if (!running) throw new Error('the world exists only while tests run')
    return running
  }
  async function newContext(options?: BrowserContextOptions): Promise<BrowserContext> {
    const context = await started().browser.newContext(options)
    context.setDefaultTimeout(PATIENCE)
    contexts.push(context)
    watchContext(context, complaints)
    return context
  }
  return {
    get issuer() {
      return started().program.issuer
    },
    get screens() {
      return started().program.screens
    },
    get notes() {
      return started().notes
    },
    get diary() {
      return started().diary
    },
    newContext,
    newPage: async (options) => (await newContext(options)).newPage(),
    expectComplaint: (pattern) => complaints.expect(pattern),
  }
}

async function start(): Promise<Running> {
  const [browser, notes, diary] = await Promise.all([
    sharedChromium(),
    startSampleApp('notes'),
    startSampleApp('diary'),
  ])
  const folder = mkdtempSync(join(tmpdir(), 'valetkey-browser-'))
  const file = join(folder, 'valetkey.config.json')
  writeFileSync(file, JSON.stringify(buildConfig(notes, diary)))
  const program = await startProgram('--config', file)
  rmSync(folder, { recursive: true })
  notes.connect(program.issuer)
  diary.connect(program.issuer)
  return { program, browser, notes, diary }
}

async function stop({ program, notes, diary }: Running): Promise<void> {
  await Promise.all([program[Symbol.asyncDispose](), notes.close(), diary.close()])
}

function buildConfig(notes: SampleApp, diary: SampleApp): ConfigFile {
  const defaultApi = 'https://organizer.test/api'
  return {
    apis: [
      {
        identifier: 'https://brief.test/api',
        name: 'Brief',
        tokenFormat: 'jwt',
        tokenLifetime: 2,
        scopes: [{ name: 'read:brief', description: 'Read for two seconds' }],
      },
    ],
    clients: [
      { client_id: 'notes', client_name: 'Notes', ...publicClient(notes), valetkey: { defaultApi } },
      {
        client_id: 'diary',
        client_name: 'Diary',
        ...publicClient(diary),
        valetkey: { defaultApi, refreshTokens: 'always' },
      },
      {
        client_id: 'bound-notes',
        client_name: 'Bound notes',
        ...publicClient(notes),
        dpop_bound_access_tokens: true,
        valetkey: { defaultApi, requireDpopNonce: true },
      },
      {
        client_id: 'old-notes',
        ...publicClient(notes),
        grant_types: ['password'],
        response_types: [],
        redirect_uris: [],
      },
      {
        client_id: 'posting-notes',
        client_name: 'Posting notes',
        client_secret: 'posting-notes-secret',
        redirect_uris: [notes.posted],
        grant_types: ['authorization_code', 'implicit'],
        response_types: ['code', 'id_token', 'code id_token'],
      },
    ],
  }
}

function publicClient(app: SampleApp) {
  return {
    redirect_uris: [app.callback],
    post_logout_redirect_uris: [app.signedOut],
    grant_types: ['authorization_code' as const, 'refresh_token' as const],
    response_types: ['code' as const],
    token_endpoint_auth_method: 'none' as const,
  }
}
