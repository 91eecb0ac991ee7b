import { expect, it } from 'vitest'

import { buildCurl } from './build-curl.ts'

it('stands in one line when it is short', () => {
  expect(buildCurl({ url: 'http://localhost:4400/jwks' })).toBe('curl http://localhost:4400/jwks')
})

it('names user, parameters and address, each on its line', () => {
  const form = [
    ['grant_type', 'client_credentials'],
    ['scope', 'geocode plan'],
  ] as const
  expect(buildCurl({ url: 'http://localhost:4400/token', user: 'taxi-finder:secret', form })).toBe(
    [
      'curl',
      '-u taxi-finder:secret',
      '-d grant_type=client_credentials',
      `--data-urlencode 'scope=geocode plan'`,
      'http://localhost:4400/token',
    ].join(' \\\n  '),
  )
})

it('leaves a variable of the shell to the shell', () => {
  const command = buildCurl({ url: 'http://x/', headers: ['authorization: Bearer $TOKEN'], json: { a: 1 } })
  expect(command).toContain('-H "authorization: Bearer $TOKEN"')
})
