import type { Flow } from '#shared/flows/flow.ts'
import { buildSteps } from '#shared/flows/flows.ts'
import { nameParties } from '#shared/flows/name-parties.ts'
import { buildLesson } from '#shared/lessons/build-lesson.ts'
import { renderPage } from '#shared/lessons/html/render-page.ts'
import type { Lesson } from '#shared/lessons/lesson.ts'
import { maskLesson } from '#shared/lessons/mask-lesson.ts'
import { writeMarkdown } from '#shared/lessons/write-markdown.ts'
import type { Exchange } from '#shared/model/exchange.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import type { Core } from '../../core/create-core.ts'
import type { RunFlags } from './flow-flags.ts'
import { writeOwnFile } from './write-own-file.ts'

/** The run as a page and as Markdown, where the flags ask for them. */
export async function saveLesson(
  call: Core['call'],
  flow: Flow,
  run: FlowRun,
  exchanges: readonly Exchange[],
  { html, markdown, secrets }: Pick<RunFlags, 'html' | 'markdown' | 'secrets'>,
): Promise<void> {
  const whole = await collectLesson(call, flow, run, exchanges)
  const lesson = secrets ? whole : maskLesson(whole)
  if (html !== undefined) writeOwnFile('--html', html, await renderPage(lesson), secrets)
  if (markdown !== undefined) writeOwnFile('--markdown', markdown, writeMarkdown(lesson), secrets)
}

async function collectLesson(
  call: Core['call'],
  flow: Flow,
  run: FlowRun,
  exchanges: readonly Exchange[],
): Promise<Lesson> {
  const { choice } = run
  const [clients, apis, users] = await Promise.all([
    call('clients.list', {}),
    call('apis.list', {}),
    call('users.list', {}),
  ])
  const client = clients.items.find(({ client_id }) => client_id === choice.client_id)?.['client_name']
  return buildLesson({
    flow,
    steps: buildSteps(flow, choice),
    run,
    names: nameParties(choice, {
      client: typeof client === 'string' && client !== '' ? client : undefined,
      api: apis.items.find(({ identifier }) => identifier === choice.api),
      user: users.items.find(({ username }) => username === choice.user),
    }),
    exchanges,
    clients: clients.items,
    now: Date.now(),
  })
}
