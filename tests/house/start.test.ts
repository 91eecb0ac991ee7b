import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const serveFlags = ['--port', '0', '--ui-port', '0', '--ephemeral', '--no-open', '--json']
const noDisplay = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined }
// A screen, and a binary that is not there and may not be fetched: nothing that would open a window or the network.
const noElectron = {
  DISPLAY: ':99',
  ELECTRON_OVERRIDE_DIST_PATH: join(root, 'nowhere'),
  ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
}

/** Starts a script, waits for the ready line, asks the program to stop, and returns what was said. */
function startAndStop(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return startAndUse(script, args, async () => undefined, env)
}

async function startAndUse(
  script: string,
  args: readonly string[],
  use: (ready: ReadyLine) => Promise<void>,
  env: NodeJS.ProcessEnv = {},
) {
  const child = spawn(process.execPath, [join(root, 'scripts', script), ...args], { env: { ...process.env, ...env } })
  const said = text(child.stderr)
  const exit = once(child, 'exit')
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), exit])) as [unknown]
  const ready = typeof line === 'string' ? (JSON.parse(line) as ReadyLine) : undefined
  try {
    if (ready) await use(ready)
  } finally {
    child.kill('SIGTERM')
  }
  const [code] = (await exit) as [number | null]
  return { ready, code, said: await said }
}

interface ReadyLine {
  readonly event: string
  readonly issuer: string
  readonly ui: string
  readonly api: string
  readonly token: string
  readonly pid: number
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('npm start -- --headless starts the program without a look for Electron', async () => {
  const { ready, said } = await startAndStop('start.mjs', ['--headless', ...serveFlags], noElectron)
  expect(ready).toMatchObject({ event: 'ready', issuer: expect.stringMatching(/^http:\/\/localhost:\d+$/) })
  expect(said).not.toMatch(/Electron|desktop/)
})

test.skipIf(process.platform !== 'linux')(
  'without a display, npm start says so in one line and runs headless',
  async () => {
    const { ready, said } = await startAndStop('start.mjs', serveFlags, noDisplay)
    expect(ready?.event).toBe('ready')
    expect(said.match(/.*desktop app.*/g)).toEqual(['Running without the desktop app: there is no display.'])
  },
)

test('without the Electron binary, npm start says so in one line and runs headless', async () => {
  const { ready, said } = await startAndStop('start.mjs', serveFlags, noElectron)
  expect(ready?.event).toBe('ready')
  expect(said.match(/.*desktop app.*/g)).toEqual([
    expect.stringMatching(/does not run as root|binary is not installed/),
  ])
})

test('npm run serve hands its flags on', async () => {
  const { ready } = await startAndStop('serve.mjs', serveFlags)
  expect(ready?.event).toBe('ready')
})

test.skipIf(process.platform === 'win32')(
  'stopping the script stops the program, and its exit code comes through',
  async () => {
    const { ready, code } = await startAndStop('start.mjs', ['--headless', ...serveFlags])
    expect(code).toBe(0)
    expect(isRunning(ready?.pid ?? 0)).toBe(false)
  },
)

test('npm run dev:headless serves the screens from their sources, in front of the program', async () => {
  await startAndUse('dev-headless.mjs', serveFlags, async ({ ui, api, token }) => {
    expect(new URL(ui).origin).not.toBe(new URL(api).origin)
    expect(new URL(ui).hash).toBe(`#token=${token}`)
    const page = await fetch(new URL('/users/alice.smith', ui), { headers: { accept: 'text/html' } })
    expect(await page.text()).toMatch(/@vite\/client[\s\S]*main\.tsx/)
    const headers = { authorization: `Bearer ${token}`, origin: new URL(ui).origin }
    expect((await fetch(new URL('/api/v1/settings', ui), { headers })).status).toBe(200)
    const evil = { ...headers, origin: 'https://evil.example' }
    expect((await fetch(new URL('/api/v1/settings', ui), { headers: evil })).status).toBe(403)
    expect(await (await fetch(new URL('/callback?code=arrived', ui))).text()).toContain('arrived')
  })
})

test('npm run dev:gallery serves the gallery from its sources', async () => {
  const child = spawn(process.execPath, [join(root, 'scripts/dev-gallery.mjs')])
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const page = await fetch(/http:\S+/.exec(line)?.[0] ?? '')
    expect(await page.text()).toMatch(/@vite\/client/)
  } finally {
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    await exit
  }
})

test('the exit code of a program that cannot run comes through', async () => {
  const { ready, code } = await startAndStop('start.mjs', ['--headless', '--no-such-flag'])
  expect(ready).toBeUndefined()
  expect(code).toBe(2)
})

test('when nothing is to be done, the script is there within half a second', async () => {
  const started = performance.now()
  const done = "import('./scripts/lib/install.mjs').then((it) => it.ensureInstalled())"
  const built = "import('./scripts/lib/built.mjs').then((it) => it.ensureBuilt())"
  const child = spawn(process.execPath, ['-e', `Promise.all([${done}, ${built}])`], { cwd: root, stdio: 'pipe' })
  expect(await text(child.stderr)).toBe('')
  expect(performance.now() - started).toBeLessThan(500)
})
