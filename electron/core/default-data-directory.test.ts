import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { defaultDataDirectory } from './default-data-directory.ts'

describe('the data directory', () => {
  it('is below XDG_DATA_HOME on Linux, or where that stands by default', () => {
    expect(defaultDataDirectory('linux', { XDG_DATA_HOME: '/data' }, '/home/a')).toBe(join('/data', 'valetkey'))
    expect(defaultDataDirectory('linux', { XDG_DATA_HOME: '' }, '/home/a')).toBe(
      join('/home/a', '.local', 'share', 'valetkey'),
    )
  })

  it('is the application support folder on macOS', () => {
    expect(defaultDataDirectory('darwin', {}, '/Users/a')).toBe(
      join('/Users/a', 'Library', 'Application Support', 'Valet Key'),
    )
  })

  it('is the roaming folder on Windows, also when the variable is missing', () => {
    expect(defaultDataDirectory('win32', { APPDATA: 'R' }, 'H')).toBe(join('R', 'Valet Key'))
    expect(defaultDataDirectory('win32', {}, 'H')).toBe(join('H', 'AppData', 'Roaming', 'Valet Key'))
  })
})
