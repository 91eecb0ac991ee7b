import { createLogger, createServer } from 'vite'
import { screensConfig } from '../build/screens-config.mjs'

const logger = createLogger('warn')
const { error } = logger
// While the program starts again it does not answer, and the screens say so themselves.
logger.error = (message, options) => void (message.includes('proxy error') || error(message, options))

/**
 * The screens straight from their sources: what is changed in them is changed in the browser. Bound to this machine.
 *
 * @param {import('vite').ServerOptions} [server]
 */
export async function startScreensServer(server = {}) {
  const vite = await createServer({
    ...screensConfig(),
    configFile: false,
    clearScreen: false,
    customLogger: logger,
    server: { host: 'localhost', ...server },
  })
  await vite.listen()
  const [address] = vite.resolvedUrls?.local ?? []
  if (address === undefined) throw new Error('The development server has no address.')
  return { address, close: () => vite.close() }
}
