import { writeSync } from 'node:fs'
import { openStore } from '../../electron/core/store/open-store.ts'

const [directory = '', round = ''] = process.argv.slice(2)
const store = openStore({ directory })
let number = 0

/** Reports a write only when it is durable, as an answer to a request would. */
async function writeForever(): Promise<never> {
  for (;;) {
    const id = `${round}-${(number += 1)}`
    store.records.upsert('AccessToken', id, { jti: id, filler: 'x'.repeat(500) }, undefined)
    await store.durable()
    writeSync(1, `${id}\n`)
  }
}

await Promise.all([writeForever(), writeForever(), writeForever()])
