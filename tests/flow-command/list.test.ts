import { describe, expect, it } from 'vitest'

import { FLOWS } from '#shared/flows/flows.ts'

import { runProgram } from '../support/program.ts'

describe('valetkey flow list', () => {
  it('names every walkthrough with its variants and layers', async () => {
    const { code, stdout, stderr } = await runProgram('flow', 'list')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const { id, title } of FLOWS) expect(stdout).toContain(`${id}: ${title}\n`)
    expect(stdout).toContain('variants  client_secret_basic*, client_secret_post, private_key_jwt\n')
    expect(stdout).toMatch(/layers {4}openid\*, refresh\*, iss\*, form_post,/)
  })

  it('is one JSON document with --json', async () => {
    const { code, stdout } = await runProgram('flow', 'list', '--json')
    const { flows } = JSON.parse(stdout) as { flows: readonly { id: string; layers: readonly string[] }[] }
    expect(code).toBe(0)
    expect(flows.map(({ id, layers }) => [id, layers])).toEqual(FLOWS.map(({ id, layers }) => [id, layers]))
  })
})

describe('help', () => {
  it.each([['flow'], ['flow', '--help'], ['flow', 'run', '-h']])('is there for valetkey %s %s', async (...args) => {
    const { code, stdout } = await runProgram(...args)
    expect(code).toBe(0)
    expect(stdout).toContain('valetkey flow run ID')
  })

  it('of the program names the command', async () => {
    expect((await runProgram('--help')).stdout).toContain('valetkey flow ')
  })
})
