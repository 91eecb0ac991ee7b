import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'

const out = (name: string) => resolve(import.meta.dirname, 'out', name)

export default defineConfig({
  main: {
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out('desktop'),
      // Packages under "dependencies" stay outside the bundle: that is the native module, and nothing else.
      externalizeDeps: true,
      rolldownOptions: {
        checks: { eval: false },
        input: {
          main: resolve(import.meta.dirname, 'electron/desktop/main.ts'),
          // A thread starts from a file of its own, as in scripts/build/headless.mjs.
          'checkpoint-thread': resolve(import.meta.dirname, 'electron/core/store/checkpoint-thread.ts'),
          'recorder-thread': resolve(import.meta.dirname, 'electron/core/recorder/recorder-thread.ts'),
        },
        // All in one folder, as in out/headless, so that the resources are found by the same relative path.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
})
