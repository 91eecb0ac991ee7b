import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { inRoot } from '../lib/paths.mjs'
import { browserOnly } from './browser-only.mjs'

/**
 * How the screens are made: the same for the desktop app, for the headless program and for the dev servers.
 *
 * @returns {import('vite').UserConfig}
 */
export function screensConfig() {
  return {
    root: inRoot('renderer'),
    publicDir: false,
    plugins: [react(), tailwind(), browserOnly, servedFromTheTop, themeBeforePaint],
    build: {
      outDir: inRoot('out', 'screens'),
      emptyOutDir: true,
      minify: true,
      // What Tailwind 4 asks for; the browsers of 2024 and later.
      target: 'es2023',
      cssTarget: ['chrome120', 'firefox128', 'safari17'],
      // Nothing inline: a policy without 'unsafe-inline' and without data: for fonts has to be enough.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: { index: inRoot('renderer', 'index.html') } },
    },
  }
}

/**
 * Deep addresses such as /traffic/ID get the same page, so what the page names has to begin at the top. electron-vite
 * has files in mind, and would name everything relative to the page.
 *
 * @type {import('vite').Plugin}
 */
const servedFromTheTop = { name: 'served-from-the-top', enforce: 'post', config: () => ({ base: '/' }) }

/**
 * Nothing is painted before the script has run, which sets the theme that the person chose: a dark window would flash
 * white first. Vite writes the tag anew and keeps no such attribute of the one in index.html.
 *
 * @type {import('vite').Plugin}
 */
const themeBeforePaint = {
  name: 'theme-before-paint',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replaceAll('<script type="module"', '<script type="module" blocking="render"'),
  },
}
