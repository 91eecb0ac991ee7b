/** Copies what is committed from the log into the file, while the program's own connection goes on; see `checkpoints.ts`. */
import { parentPort, workerData } from 'node:worker_threads'

import { openDatabase } from './database.ts'

if (!parentPort) throw new Error('checkpoint-thread.ts runs as a worker only')
const port = parentPort
const { file, nativeBinding } = workerData as { readonly file: string; readonly nativeBinding: string | undefined }
const database = openDatabase(file, nativeBinding)

port.on('message', () => {
  database.pragma('wal_checkpoint(PASSIVE)')
  port.postMessage('done')
})
