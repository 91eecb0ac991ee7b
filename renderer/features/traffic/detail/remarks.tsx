import { FileInput, Pin, Send, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'

import type { Exchange } from '#shared/model/exchange.ts'

import { TextLink } from '../../common/text-link.tsx'
import { otherAddress } from './other-address.ts'
import { TEXT } from './text.ts'

const words = TEXT.remarks

/** What is said about it rather than by it: where it came from, that it is kept, and what somebody has written to it. */
export function Remarks({ exchange: { mark, pinned, note } }: { readonly exchange: Exchange }) {
  if (mark === undefined && pinned !== true && note === undefined) return null
  return (
    <ul className="flex flex-col gap-1 rounded-lg bg-accent-soft px-2.75 py-2 text-small text-ink-2">
      {mark?.kind === 'resent' && (
        <Remark icon={<Send aria-hidden />}>
          {words.resent}{' '}
          {mark.from !== undefined && (
            <TextLink href={otherAddress(Number(mark.from))}>{words.from(mark.from)}</TextLink>
          )}
        </Remark>
      )}
      {mark?.kind === 'imported' && (
        <Remark icon={<FileInput aria-hidden />}>
          {words.imported(mark.from)} {mark.isResent === true && words.resentThere}
        </Remark>
      )}
      {pinned === true && <Remark icon={<Pin aria-hidden />}>{words.pinned}</Remark>}
      {note !== undefined && (
        <Remark icon={<StickyNote aria-hidden />}>
          <span className="whitespace-pre-wrap text-ink">{note}</span>
        </Remark>
      )}
    </ul>
  )
}

function Remark({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex gap-2 wrap-anywhere [&>svg]:mt-0.5 [&>svg]:size-3.5 [&>svg]:flex-none [&>svg]:text-accent">
      {icon}
      <div className="min-w-0">{children}</div>
    </li>
  )
}
