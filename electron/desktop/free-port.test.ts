import { createServer } from 'node:net'
import { expect, test } from 'vitest'

import { findFreePort } from './free-port.ts'

test('the next number that is free, and is not the other port', async () => {
  const asked: number[] = []
  const isFree = (port: number) => Promise.resolve(asked.push(port) > 1)
  expect(await findFreePort(4400, [4401], isFree)).toBe(4403)
  expect(asked).toEqual([4402, 4403])
})

test('where all near it are taken, one that the system gives', async () => {
  const port = await findFreePort(65_530, [], () => Promise.resolve(false))
  expect(port).toBeGreaterThan(1023)
})

test('a port on which something listens is not free', async () => {
  const server = createServer()
  const taken = await new Promise<number>((resolve) => {
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address()
      resolve(address !== null && typeof address === 'object' ? address.port : 0)
    })
  })
  try {
    expect(await findFreePort(taken - 1, [])).not.toBe(taken)
  } finally {
    server.close()
  }
})
