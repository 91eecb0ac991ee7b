import { Kbd } from '../../components/kbd.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.palette

/** Says how the keys go on; of no use where there are none. */
export function PaletteFoot() {
  return (
    <div
      className="flex flex-none gap-4 border-t border-line bg-sunken px-3.5 py-2 text-small text-ink-3 max-md:hidden"
      aria-hidden
    >
      <span className="flex items-center gap-1.5">
        <Kbd keys={['↑', '↓']} /> {words.move}
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd keys={['↵']} /> {words.choose}
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd keys={['Esc']} /> {words.leave}
      </span>
    </div>
  )
}
