import { execFile } from 'node:child_process'
import { describe, expect, it } from 'vitest'

import { COMMAND, findFreePort, launch } from './launched.ts'

const quoted = `'${process.execPath}' '${COMMAND}'`

function shell(script: string): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    execFile('bash', ['-o', 'pipefail', '-c', script], (error, stdout) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout }),
    )
  })
}

describe.skipIf(process.platform === 'win32')('output that nobody reads any more', () => {
  it.each(['--help', 'serve --help', '--version'])('%s | head -1 is no failure', async (args) => {
    const { code, stdout } = await shell(`${quoted} ${args} | head -1`)
    expect(code).toBe(0)
    expect(stdout.trim()).not.toBe('')
  })

  it.each(['stdout', 'stderr', 'both'] as const)('does not end a running program: %s', async (which) => {
    const port = await findFreePort()
    using program = launch('serve', '--port', String(port), '--ui-port', '0', '--ephemeral', '--json')
    if (which !== 'stderr') program.child.stdout.destroy()
    if (which !== 'stdout') program.child.stderr.destroy()
    const discovery = `http://localhost:${port}/.well-known/openid-configuration`
    await expect
      .poll(() =>
        fetch(discovery).then(
          ({ status }) => status,
          () => 0,
        ),
      )
      .toBe(200)
    expect((await fetch(`http://localhost:${port}/jwks`)).status).toBe(200)
    program.child.kill('SIGTERM')
    expect(await program.exited).toMatchObject({ code: 0, signal: null })
  })
})
