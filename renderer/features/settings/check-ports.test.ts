import { expect, it } from 'vitest'

import { checkPorts } from './check-ports.ts'

it.each([
  [4400, 4401, []],
  [0, 0, []],
  [1, 65_535, []],
  [4400, 4400, ['screens']],
  [-1, 4401, ['issuer']],
  [4400, 65_536, ['screens']],
  [4400.5, undefined, ['issuer', 'screens']],
])('finds what is wrong with the ports %s and %s', (issuer, screens, wrong) => {
  expect(Object.keys(checkPorts({ issuer, screens }))).toEqual(wrong)
})
