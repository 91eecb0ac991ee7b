/** How the desktop app is packed: docs/packaging.md. Paths are those of the checkout. */
import { createRequire } from 'node:module'

const { homepage } = createRequire(import.meta.url)('../package.json')

const FILES = [
  'out/desktop/**',
  'out/screens/**',
  // They are for browsers that take the screens over HTTP.
  '!out/screens/**/*.{br,gz}',
  'out/resources/**',
  'out/THIRD-PARTY-LICENSES.txt',
  'package.json',
  'LICENSE',
  '!node_modules/node-addon-api',
  '!node_modules/better-sqlite3/{deps,src}',
  '!node_modules/better-sqlite3/{binding.gyp,README.md}',
]

/**
 * The native module brings a binary for every platform; the package needs its own. For electron-builder, a list that
 * only leaves things out begins with everything; so each platform has the whole list.
 *
 * @param {string} platform as Node names it
 */
function filesFor(platform) {
  return [...FILES, `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`]
}

const config = {
  appId: 'dev.valetkey.app',
  productName: 'Valet Key',
  copyright: 'Copyright © 2026 Valet Key contributors',
  directories: { output: 'dist', buildResources: 'resources/icons' },
  asar: true,
  // A native module is loaded by the system, which knows no archives.
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/*.node'],
  // It speaks Node's stable interface, so the binary that came with it fits.
  npmRebuild: false,
  artifactName: 'valetkey-${version}-${os}-${arch}.${ext}',
  protocols: [{ name: 'Valet Key', schemes: ['valetkey'] }],
  fileAssociations: [
    {
      ext: 'valetkey-lesson',
      name: 'Valet Key lesson',
      description: 'Valet Key lesson',
      mimeType: 'application/vnd.valetkey.lesson+json',
      role: 'Viewer',
    },
  ],
  // Whoever may write beside the app, or set its environment, is not to run code in its name.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    // A deb has to name the project's homepage.
    target: homepage === undefined ? ['AppImage'] : ['AppImage', 'deb'],
    executableName: 'valet-key',
    icon: 'resources/icons/png',
    category: 'Development',
    synopsis: 'An OAuth 2.0 and OpenID Connect playground',
    maintainer: 'Valet Key contributors',
    files: filesFor('linux'),
  },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    icon: 'resources/icons/icon.icns',
    category: 'public.app-category.developer-tools',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    files: filesFor('darwin'),
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'resources/icons/icon.ico',
    files: filesFor('win32'),
  },
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
  // A package is built here and published by nobody.
  publish: null,
}

export default config
