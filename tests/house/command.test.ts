import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const command = join(resolve(import.meta.dirname, '../..'), 'scripts/build/valetkey.js')

/** Runs the command on this Node, made to say that it is another. */
function runOnNode(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`
  return spawnSync(process.execPath, ['--import', preload, command], { encoding: 'utf8' })
}

test.each(['14.21.3', '20.20.2', '22.11.0'])('on Node %s it says in one line what it needs, and ends', (version) => {
  const { stdout, stderr, status } = runOnNode(version)
  expect(stderr).toBe(`Valet Key needs Node 22.12 or newer, and this is Node ${version}.\n`)
  expect(stdout).toBe('')
  expect(status).toBe(1)
})

// Beside the source there is no bundle: that it is looked for shows that the version was accepted.
test.each(['22.12.0', '24.0.0', '30.1.0'])('on Node %s it goes on to the program', (version) => {
  expect(runOnNode(version).stderr).toContain('cli.js')
})
