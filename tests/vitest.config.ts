import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['{shared,electron,renderer,scripts,tests}/**/*.test.{ts,tsx}'],
    // Processes, not threads: a native module and a crash in it stay with one file.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // A test that passes the second time has found something.
    retry: 0,
  },
})
