import { buildHar } from '#shared/har/build-har.ts'

import type { ApiDependencies } from './dependencies.ts'
import { assertSearchable } from './assert-searchable.ts'
import { notFound } from './failures.ts'
import { exchangeDeedHandlers } from './exchange-deeds.ts'
import type { Handlers } from './handlers.ts'
import { versionOf } from './version.ts'

const DEFAULT_LIMIT = 100
const DEFAULT_HAR_LIMIT = 1000

export function exchangeHandlers(dependencies: ApiDependencies): Handlers<'exchanges'> {
  const { recorder } = dependencies
  return {
    ...exchangeDeedHandlers(dependencies),
    'exchanges.list': ({ limit = DEFAULT_LIMIT, ...filter }) => recorder.page({ ...filter, limit }),
    'exchanges.get': async ({ id }) => {
      const exchange = await recorder.get(id)
      if (exchange === undefined)
        throw notFound('exchange', String(id), 'It was deleted, has expired, or has not come yet.')
      return { version: versionOf(exchange), value: exchange }
    },
    'exchanges.remove': async (selection) => {
      assertSearchable(selection.search)
      return { removed: await recorder.remove(selection) }
    },
    'exchanges.har': async ({ secrets = false, limit = DEFAULT_HAR_LIMIT, ...selection }) =>
      buildHar(await recorder.collect(selection, limit), { secrets }),
    'exchanges.stats': () => recorder.stats(),
  }
}
