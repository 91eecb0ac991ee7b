import { ClockAlert } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'

import { Button } from '../../components/button.tsx'
import { formatOffset } from '../../features/common/format-offset.ts'
import { parseError } from '../../stores/error-shape.ts'
import { useBridge, useSettings, useStores } from '../../stores/use-stores.tsx'
import { settingsAddress } from '../addresses.ts'
import { TEXT } from '../text.ts'

const words = TEXT.clock

/** Over every screen, for as long as the issuer's clock is not at true time: whoever forgets it looks for a fault elsewhere. */
export function ClockBanner() {
  const offset = useSettings(({ value }) => value?.value.clock.offset ?? 0)
  const bridge = useBridge()
  const { settings, toasts } = useStores()
  const [isBusy, setBusy] = useState(false)

  async function goBack(): Promise<void> {
    setBusy(true)
    try {
      const value = await bridge.call('settings.change', { changes: { clock: { offset: 0 } } })
      settings.setState({ value, status: 'ready', error: undefined })
    } catch (error) {
      toasts.getState().show({ text: parseError(error).message, tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }

  if (offset === 0) return null
  return (
    <section
      aria-label={words.label}
      className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-warn-soft px-3.5 py-1.5"
    >
      <ClockAlert className="size-4 flex-none text-warn" aria-hidden />
      <p className="min-w-0 flex-1 basis-56">
        <b>{words.moved(formatOffset(offset))}</b> {words.text}{' '}
        <Link href={settingsAddress('clock')} className="text-ink underline underline-offset-2">
          {words.change}
        </Link>
      </p>
      <Button size="small" isBusy={isBusy} onClick={() => void goBack()}>
        {words.back}
      </Button>
    </section>
  )
}
