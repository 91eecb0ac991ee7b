import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { buildAutostartEntry, createAutostartFile, findAutostartFile } from './autostart-file.ts'

test('it is where desktops look', () => {
  expect(findAutostartFile({}, '/home/a')).toBe('/home/a/.config/autostart/valetkey.desktop')
  expect(findAutostartFile({ XDG_CONFIG_HOME: '/c' }, '/home/a')).toBe('/c/autostart/valetkey.desktop')
})

test.each([
  ['/opt/Valet Key/valetkey', '"/opt/Valet Key/valetkey"'],
  ['/opt/100%/a', '"/opt/100%%/a"'],
  ['/opt/a"b$c`d', String.raw`"/opt/a\\"b\\$c\\` + '`d"'],
])('a path is quoted: %s', (program, quoted) => {
  expect(buildAutostartEntry(program).split('\n')).toContain(`Exec=${quoted} --quiet`)
})

test('it is made and removed', () => {
  const directory = mkdtempSync(join(tmpdir(), 'autostart-'))
  const file = join(directory, 'autostart', 'valetkey.desktop')
  const autostart = createAutostartFile(file, '/opt/valetkey')
  try {
    autostart.set(false)
    expect(autostart.get()).toBe(false)
    autostart.set(true)
    expect(autostart.get()).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain('Type=Application')
    autostart.set(false)
    expect(autostart.get()).toBe(false)
  } finally {
    rmSync(directory, { recursive: true })
  }
})
