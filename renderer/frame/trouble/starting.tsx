import { KeyRound } from 'lucide-react'

import { TEXT } from './text.ts'
import { TroublePage } from './trouble-page.tsx'

const words = TEXT.starting

/** Comes after a moment, so that a start that takes none does not flicker. */
export function Starting() {
  return (
    <output className="animate-late block" aria-busy="true">
      <TroublePage title={words.title} icon={<KeyRound />} heading={words.heading}>
        <p>{words.text}</p>
      </TroublePage>
    </output>
  )
}
