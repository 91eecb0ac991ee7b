import { buildHar } from '#shared/har/build-har.ts'

import type { ApiDependencies } from './dependencies.ts'
import { assertSearchable } from './assert-searchable.ts'
import { notFound } from './failures.ts'
import { exchangeDeedHandlers } from './exchange-deeds.ts'
import type { Handlers } from './handlers.ts'
import { versionOf } from './version.ts'

const DEFAULT_LIMIT = 100
const DEFAULT_HAR_LIMIT = 1000

const DEFAULT_OUTLINE_LIMIT = 20_000

export function exchangeHandlers(dependencies: ApiDependencies): Handlers<'exchanges'> {
  const { recorder, address, port } = dependencies
  const place = { issuer: address, ports: { issuer: port } }
  return {
    ...exchangeDeedHandlers(dependencies),
    'exchanges.list': ({ limit = DEFAULT_LIMIT, ...filter }) => recorder.page({ ...filter, place, limit }),
    'exchanges.outline': ({ limit = DEFAULT_OUTLINE_LIMIT, ...filter }) =>
      recorder.outline({ ...filter, place, limit }),
    'exchanges.rows': async ({ ids = [], search }) => ({ items: await recorder.rows(ids, search) }),
    'exchanges.signIns': async ({ signIns = [] }) => ({ items: await recorder.signIns(signIns) }),
    'exchanges.get': async ({ id }) => {
      const exchange = await recorder.get(id)
      if (exchange === undefined)
        throw notFound('exchange', String(id), 'It was deleted, has expired, or has not come yet.')
      return { version: versionOf(exchange), value: exchange }
    },
    'exchanges.remove': async ({ undoable = false, ...selection }) => {
      assertSearchable(selection.search)
      const located = selection.actor === undefined ? selection : { ...selection, place }
      if (!undoable) return { removed: await recorder.remove(located) }
      const { removed, batch } = await recorder.withhold(located)
      return { removed, undo: batch }
    },
    'exchanges.restore': async ({ undo }) => ({ restored: await recorder.restore(undo) }),
    'exchanges.har': async ({ secrets = false, limit = DEFAULT_HAR_LIMIT, ...selection }) =>
      buildHar(await recorder.collect({ ...selection, place }, limit), { secrets }),
    'exchanges.stats': () => recorder.stats(),
  }
}
