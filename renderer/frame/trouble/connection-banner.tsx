import { Unplug } from 'lucide-react'

import { Button } from '../../components/button.tsx'
import { useConnection } from '../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

const words = TEXT.banner

/** Over the screens, which stay as they were. */
export function ConnectionBanner() {
  const isOpen = useConnection(({ state }) => state === 'open')
  const retry = useConnection((connection) => connection.retry)
  return (
    <output className="col-span-full row-start-2 block">
      {!isOpen && (
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-warn-soft px-3.5 py-1.5">
          <Unplug className="size-4 flex-none text-warn" aria-hidden />
          <p className="min-w-0 flex-1 basis-56">
            <b>{words.lost}</b> {words.trying}
          </p>
          <Button size="small" onClick={retry}>
            {words.retry}
          </Button>
        </div>
      )}
    </output>
  )
}
