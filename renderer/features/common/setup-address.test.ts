import { expect, it } from 'vitest'

import { setupAddress } from './setup-address.ts'

it('says what differs from what the walkthrough begins with by itself', () => {
  expect(setupAddress('device')).toBe('/walkthroughs/device')
  expect(setupAddress('ciba', { client: 'taxi-finder', api: 'none', scope: ['profile', 'email'], layers: [] })).toBe(
    '/walkthroughs/ciba?client=taxi-finder&api=none&scope=profile+email&layers=',
  )
})
