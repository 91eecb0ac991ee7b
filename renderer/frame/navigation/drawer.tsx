import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'

import { OVERLAY_LOOK } from '../../components/dialog-look.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { useFrame, useFrameState } from '../commands/use-frame.tsx'
import { TEXT } from '../text.ts'
import { PlaceList } from './place-list.tsx'

/** The navigation of a narrow window. */
export function Drawer() {
  const { store } = useFrame()
  const isOpen = useFrameState(({ overlay }) => overlay?.kind === 'navigation')
  const { close } = store.getState()

  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className={OVERLAY_LOOK} />
        <Dialog.Content
          aria-describedby={undefined}
          className="animate-appear fixed inset-y-0 left-0 z-40 flex w-[min(17rem,calc(100vw-3rem))] flex-col overflow-y-auto border-r border-line-strong bg-panel px-2.5 pt-2 pb-3 shadow-card focus-visible:outline-none"
          // The frame gives the focus back, or to the screen that was gone to.
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <div className="flex items-center px-2 pb-2">
            <Dialog.Title className="flex-1 text-large font-semibold">{TEXT.product}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={TEXT.close} icon={<X aria-hidden />} size="small" />
            </Dialog.Close>
          </div>
          <nav aria-label={TEXT.navigation.label} className="flex min-h-0 flex-1 flex-col">
            <PlaceList />
          </nav>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
