/** The lock is a file in the profile, as with Chromium's; whoever has it listens for those that come later. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { finishBeforeLeaving } from './leave.ts'
import { paths } from './paths.ts'

export interface SecondStart {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly data: unknown
}

/** True for the first start with a profile; the first one hears of each that follows. */
export function askForLock(data: unknown, onSecond: (start: SecondStart) => void): boolean {
  mkdirSync(paths.get('userData'), { recursive: true })
  if (!takeLock(join(paths.get('userData'), 'stand-in.lock'))) {
    finishBeforeLeaving(tellFirst({ argv: process.argv, cwd: process.cwd(), data }))
    return false
  }
  listen(onSecond)
  return true
}

function takeLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    process.once('exit', () => rmSync(file, { force: true }))
    return true
  } catch {
    if (isAlive(Number(readFileSync(file, 'utf8')))) return false
    rmSync(file, { force: true })
    return takeLock(file)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function listen(onSecond: (start: SecondStart) => void): void {
  rmSync(socketPath(), { force: true })
  const server = createServer((socket) => {
    void text(socket).then((told) => onSecond(JSON.parse(told) as SecondStart))
  })
  server.listen(socketPath()).unref()
}

function tellFirst(start: SecondStart): Promise<void> {
  const socket = connect(socketPath())
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.end(JSON.stringify(start))
  })
}

/** A name of a bounded length: that of a socket may not have more than about a hundred characters. */
function socketPath(): string {
  const name = createHash('sha256').update(paths.get('userData')).digest('hex').slice(0, 16)
  return join(tmpdir(), `valetkey-stand-in-${name}.sock`)
}
