import { Fragment } from 'react'

import { Kbd } from '../../components/kbd.tsx'
import { TEXT } from '../text.ts'
import { isMac } from './is-mac.ts'
import { keyCaps } from './key-caps.ts'

/** The keys of one shortcut, one after the other. */
export function KeysHint({ keys }: { readonly keys: string }) {
  return (
    <span className="inline-flex flex-none items-center gap-1">
      {keyCaps(keys, isMac).map((caps, index) => (
        <Fragment key={caps.join('+')}>
          {index > 0 && <span className="sr-only"> {TEXT.shortcuts.thenKey} </span>}
          <Kbd keys={caps} />
        </Fragment>
      ))}
    </span>
  )
}
