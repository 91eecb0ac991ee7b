import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { type ErrorShape, ValetKeyError } from '#shared/errors.ts'
import { LARGEST_FRAME } from '#shared/frames/limits.ts'

import { exchangeAddress } from '../../../../../frame/addresses.ts'
import { parseError } from '../../../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../../../stores/use-stores.tsx'
import { TEXT } from '../../text.ts'
import { splitHar } from './split-har.ts'

const words = TEXT.import

/** What a browser can hold several times over while it reads it. */
const LARGEST_FILE = 50 * 1024 * 1024
/** With room for what stands around an entry. */
const LARGEST_PART = LARGEST_FRAME - 64 * 1024

type ImportState =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'failed'; readonly file: string; readonly error: ErrorShape }

export function useImport() {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const [state, setState] = useState<ImportState>({ kind: 'idle' })

  async function read(file: File): Promise<void> {
    setState({ kind: 'busy' })
    try {
      const parts = splitHar(await parse(file), LARGEST_PART)
      const name = file.name.slice(-200)
      // All or nothing: a wrong entry at the end is found before the first part is kept.
      if (parts.length > 1) for (const part of parts) await bridge.call('exchanges.import', { ...part, dryRun: true })
      let [imported, leftOut] = [0, 0]
      let last: number | undefined
      for (const part of parts) {
        const report = await bridge.call('exchanges.import', { ...part, file: name })
        imported += report.imported
        leftOut += report.leftOut
        last = report.first ?? last
      }
      setState({ kind: 'idle' })
      show({ text: words.done(imported, leftOut, file.name), tone: imported === 0 ? 'neutral' : 'good' })
      if (last !== undefined && parts.length === 1) navigate(exchangeAddress(last))
    } catch (error) {
      setState({ kind: 'failed', file: file.name, error: parseError(error) })
    }
  }

  return { state, read, close: () => setState({ kind: 'idle' }) }
}

async function parse(file: File): Promise<unknown> {
  if (file.size > LARGEST_FILE) throw new ValetKeyError('too_large', words.tooLarge(LARGEST_FILE / 1024 / 1024))
  const text = await file.text()
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ValetKeyError('not_json', words.notJson(error instanceof Error ? error.message : String(error)))
  }
}
