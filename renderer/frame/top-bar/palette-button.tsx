import { Search } from 'lucide-react'

import { classNames } from '../../components/class-names.ts'
import { useFrame } from '../commands/use-frame.tsx'
import { loadPalette } from '../overlays.tsx'
import { KeysHint } from '../shortcuts/keys-hint.tsx'
import { TEXT } from '../text.ts'
import { CHIP_BUTTON_LOOK } from './chip-look.ts'

/** Looks like the field that it opens. */
export function PaletteButton() {
  const { store } = useFrame()
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      data-tour="palette"
      className={classNames(CHIP_BUTTON_LOOK, 'ml-auto rounded-lg! text-ink-3! lg:w-75')}
      onClick={() => store.getState().open({ kind: 'palette' })}
      onPointerEnter={() => void loadPalette()}
    >
      <Search className="lg:hidden" aria-hidden />
      <span className="truncate max-lg:sr-only">{TEXT.palette.trigger}</span>
      <span className="ml-auto max-md:hidden">
        <KeysHint keys="mod+k" />
      </span>
    </button>
  )
}
