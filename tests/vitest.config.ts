import { resolve } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { PATIENCE } from './support/patience.ts'

const endToEnd = 'tests/end-to-end/**/*.test.ts'

/** The same suite, in each of the shells that the screens live in. */
function endToEndIn(shell: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name: shell,
      include: [endToEnd],
      env: { VALETKEY_TEST_SHELL: shell },
      globalSetup: [resolve(import.meta.dirname, 'end-to-end/support/announce-skip.ts')],
    },
  }
}

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    // Processes, not threads, for the sake of a native module; and not one for each file, which would cost more than
    // all that most of them do. A test leaves nothing behind for the next.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 4 * PATIENCE,
    hookTimeout: 4 * PATIENCE,
    expect: { poll: { timeout: PATIENCE } },
    // A test that passes the second time has found something.
    retry: 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['{shared,electron,renderer,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: [endToEnd, '**/node_modules/**'],
        },
      },
      endToEndIn('browser'),
      endToEndIn('desktop-stand-in'),
      endToEndIn('desktop'),
    ],
  },
})
