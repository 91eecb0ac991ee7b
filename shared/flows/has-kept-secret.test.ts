import { expect, it } from 'vitest'

import { KEPT_SECRET } from '../model/outside-issuer.ts'
import { buildBasic } from './authenticate.ts'
import { buildForm } from './draft.ts'
import { hasKeptSecret } from './has-kept-secret.ts'

const TOKEN = 'https://issuer.example/token'

it.each([
  [buildForm(TOKEN, {}, [['authorization', buildBasic('a:b', KEPT_SECRET)]]), true],
  [buildForm(TOKEN, { client_id: 'a', client_secret: KEPT_SECRET }), true],
  [buildForm(TOKEN, {}, [['authorization', buildBasic('a', 'typed by hand')]]), false],
  [buildForm(TOKEN, {}, [['authorization', 'Basic %%%']]), false],
  [buildForm(TOKEN, { client_id: KEPT_SECRET }), false],
])('sees whether something stands for a secret: %o', (draft, isThere) => {
  expect(hasKeptSecret(draft)).toBe(isThere)
})
