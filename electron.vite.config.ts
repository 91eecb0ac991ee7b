import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import { screensConfig } from './scripts/build/screens-config.mjs'

const inRoot = (...parts: string[]) => resolve(import.meta.dirname, ...parts)

export default defineConfig({
  main: {
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: inRoot('out/desktop'),
      // Packages under "dependencies" stay outside the bundle: that is the native module, and nothing else.
      externalizeDeps: true,
      rolldownOptions: {
        checks: { eval: false },
        input: {
          main: inRoot('electron/desktop/main.ts'),
          // A thread starts from a file of its own, as in scripts/build/headless.mjs.
          'checkpoint-thread': inRoot('electron/core/store/checkpoint-thread.ts'),
          'recorder-thread': inRoot('electron/core/recorder/recorder-thread.ts'),
        },
        // All in one folder, as in out/headless, so that the resources are found by the same relative path.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: inRoot('out/desktop'),
      emptyOutDir: false,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: inRoot('electron/desktop/preload.ts') },
        // A sandboxed preload script is CommonJS in one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: screensConfig(),
})
