export { renderPage } from '../../electron/core/issuer/interactions/pages/render-page.tsx'
export { PAGES } from './fixtures.ts'
export { servePages } from './serve-pages.ts'
