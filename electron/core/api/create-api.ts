/** The calls of the contract over the running program. Whatever carries them (REST, IPC, a socket) comes through here. */
import { type CallName, CALLS, type Input, type Output } from '#shared/contract/calls/calls.ts'
import { checkShape } from '#shared/contract/check-shape.ts'
import type { Door } from '#shared/model/history.ts'

import { apiHandlers } from './apis.ts'
import { clientHandlers } from './clients.ts'
import { configHandlers } from './config.ts'
import type { ApiDependencies } from './dependencies.ts'
import { exchangeHandlers } from './exchanges.ts'
import { assertNoFindings } from './failures.ts'
import { findHandlers } from './find/find.ts'
import { grantHandlers } from './grants.ts'
import type { Handlers } from './handlers.ts'
import { historyHandlers } from './history.ts'
import { issuerHandlers } from './issuers.ts'
import { keyHandlers } from './keys.ts'
import { resetHandlers } from './reset.ts'
import { runHandlers } from './runs.ts'
import { scenarioHandlers } from './scenarios.ts'
import { sessionHandlers } from './sessions.ts'
import { settingsHandlers } from './settings.ts'
import { tokenHandlers } from './tokens.ts'
import { tokenCheckHandlers } from './token-checks.ts'
import { userHandlers } from './users.ts'
import { useHandlers } from './uses.ts'

export interface CoreApi {
  /** Checks the input at the door; rejects with a `ValetKeyError` whatever is wrong. The screens', unless another is named. */
  call<Name extends CallName>(name: Name, input: unknown, door?: Door): Promise<Output<Name>>
}

export function createApi(dependencies: ApiDependencies): CoreApi {
  const handlers: Handlers = {
    ...clientHandlers(dependencies),
    ...apiHandlers(dependencies),
    ...userHandlers(dependencies),
    ...keyHandlers(dependencies),
    ...grantHandlers(dependencies),
    ...sessionHandlers(dependencies),
    ...exchangeHandlers(dependencies),
    ...tokenHandlers(dependencies),
    ...runHandlers(dependencies),
    ...tokenCheckHandlers(dependencies),
    ...issuerHandlers(dependencies),
    ...scenarioHandlers(dependencies),
    ...settingsHandlers(dependencies),
    ...configHandlers(dependencies),
    ...historyHandlers(dependencies),
    ...resetHandlers(dependencies),
    ...findHandlers(dependencies),
    ...useHandlers(dependencies),
  }

  return {
    async call<Name extends CallName>(name: Name, input: unknown, door: Door = 'screens') {
      const { input: schema } = CALLS[name]
      assertNoFindings(checkShape(schema, input))
      // The compiler does not see that handler and schema go by one name.
      const handler = handlers[name] as (input: Input<Name>) => Promise<Output<Name>>
      const parsed = schema.parse(input) as Input<Name>
      return dependencies.store.history.during({ door, call: name }, () => handler(parsed))
    },
  }
}
