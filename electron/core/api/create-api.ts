/** The calls of the contract over the running program. Whatever carries them (REST, IPC, a socket) comes through here. */
import { type CallName, CALLS, type Input, type Output } from '#shared/contract/calls/calls.ts'
import { checkShape } from '#shared/contract/check-shape.ts'

import { apiHandlers } from './apis.ts'
import { clientHandlers } from './clients.ts'
import { configHandlers } from './config.ts'
import type { ApiDependencies } from './dependencies.ts'
import { exchangeHandlers } from './exchanges.ts'
import { assertNoFindings } from './failures.ts'
import { grantHandlers } from './grants.ts'
import type { Handlers } from './handlers.ts'
import { issuerHandlers } from './issuers.ts'
import { keyHandlers } from './keys.ts'
import { resetHandlers } from './reset.ts'
import { runHandlers } from './runs.ts'
import { scenarioHandlers } from './scenarios.ts'
import { sessionHandlers } from './sessions.ts'
import { settingsHandlers } from './settings.ts'
import { userHandlers } from './users.ts'

export interface CoreApi {
  /** Checks the input at the door; rejects with a `ValetKeyError` whatever is wrong. */
  call<Name extends CallName>(name: Name, input: unknown): Promise<Output<Name>>
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
    ...runHandlers(dependencies),
    ...issuerHandlers(dependencies),
    ...scenarioHandlers(dependencies),
    ...settingsHandlers(dependencies),
    ...configHandlers(dependencies),
    ...resetHandlers(dependencies),
  }

  return {
    async call<Name extends CallName>(name: Name, input: unknown) {
      const { input: schema } = CALLS[name]
      assertNoFindings(checkShape(schema, input))
      // The compiler does not see that handler and schema go by one name.
      const handler = handlers[name] as (input: Input<Name>) => Promise<Output<Name>>
      return handler(schema.parse(input) as Input<Name>)
    },
  }
}
