import { copyFileSync, mkdirSync } from 'node:fs'
import { build } from 'rolldown'
import { inRoot, root } from '../lib/paths.mjs'
import { leanHttp } from './lean-http.mjs'

/**
 * Bundles the headless program. Everything goes in but the native module, so that a start reads a few files instead of
 * a few hundred; what is imported lazily stays a file of its own, and is read only when it is asked for.
 *
 * @returns {Promise<string[]>} the modules that went in
 */
export async function bundleHeadless() {
  const { output } = await build({
    cwd: root,
    input: {
      cli: inRoot('electron', 'headless', 'cli.ts'),
      library: inRoot('electron', 'headless', 'library', 'index.ts'),
      'checkpoint-thread': inRoot('electron', 'core', 'store', 'checkpoint-thread.ts'),
      'recorder-thread': inRoot('electron', 'core', 'recorder', 'recorder-thread.ts'),
    },
    platform: 'node',
    plugins: [leanHttp],
    // What a lazy part shares with the program stays in the program's own file, rather than in a dozen small ones.
    preserveEntrySignatures: 'allow-extension',
    external: ['better-sqlite3', /^node:(?!http$)/],
    transform: { jsx: { runtime: 'automatic' }, define: { 'process.env.NODE_ENV': '"production"' } },
    // depd, deep below the issuer, has a direct eval of a constant; there is nothing to do about it here.
    checks: { eval: false },
    logLevel: 'warn',
    output: {
      dir: inRoot('out', 'headless'),
      cleanDir: true,
      format: 'esm',
      // All in one folder: a module finds the resources beside it by the same relative path wherever it ended up.
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      // Names stay as they are written, so that a stack trace from a person's machine can be read.
      minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    },
  })
  writeLibrary()
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
}

/** The package's face: a few lines that any Node can read, and the types, which need no other package's. */
function writeLibrary() {
  mkdirSync(inRoot('out', 'library'), { recursive: true })
  copyFileSync(inRoot('scripts', 'build', 'library.js'), inRoot('out', 'library', 'index.js'))
  copyFileSync(inRoot('electron', 'headless', 'library', 'valetkey.d.ts'), inRoot('out', 'library', 'index.d.ts'))
}
