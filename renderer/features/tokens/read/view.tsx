import { useDeferredValue, useMemo, useState } from 'react'

import { recognise } from '#shared/tokens/recognise.ts'
import { buildPaste, type Paste, type PasteForm } from '#shared/tokens/recognise/paste.ts'
import type { Token } from '#shared/tokens/token.ts'

import { Badge } from '../../../components/badge.tsx'
import { useTokenDesk } from '../../../stores/use-stores.tsx'
import { useNow } from '../../common/tokens/use-now.ts'
import { useChecked } from '../../common/tokens/use-checked.ts'
import { TokenOrigin } from '../token-origin.tsx'
import { TokensPage } from '../page.tsx'
import { Says } from './says.tsx'
import { TEXT } from './text.ts'
import { TokenCard } from './token-card.tsx'

/** Reads whatever was pasted: on one side the token, on the other what it says. */
export function View() {
  const text = useTokenDesk((desk) => desk.text)
  const put = useTokenDesk((desk) => desk.put)
  // A long paste is taken apart after it is on the screen, and not before.
  const settled = useDeferredValue(text)
  const pasted = useMemo(() => recognise(settled), [settled])
  return <Reading text={text} pasted={pasted} onChange={put} />
}

interface ReadingProps {
  readonly text: string
  readonly pasted: Paste
  readonly onChange: (text: string) => void
}

interface Inside {
  readonly of: Paste
  readonly paste: Paste
}

function Reading({ text, pasted, onChange }: ReadingProps) {
  const [opened, setOpened] = useState<Inside>()
  const [picked, setPicked] = useState<{ readonly of: Paste; readonly index: number }>()
  const [chosen, setChosen] = useState<{ readonly of: Paste; readonly kind: string }>()
  const [mark, setMark] = useState<{ readonly part: 'header' | 'payload'; readonly name: string }>()
  const now = useNow()

  const inside = opened?.of === pasted ? opened.paste : undefined
  const paste = inside ?? pasted
  const found = 'found' in paste ? paste.found : []
  const index = picked?.of === paste ? picked.index : 0
  const one = found[index] ?? found[0]
  const members = 'members' in paste ? paste.members : NONE
  const checked = useChecked(one, members, now, chosen?.of === paste ? chosen.kind : undefined)

  return (
    <TokensPage
      view="read"
      tags={
        one !== undefined && 'found' in paste ? (
          <>
            <Badge>{checked?.kind.title ?? nameToken(one.token, paste.form)}</Badge>
            {pasted.form !== 'token' && 'found' in pasted && <span>{TEXT.forms[pasted.form].toLowerCase()}</span>}
            <TokenOrigin token={one.token} />
          </>
        ) : undefined
      }
    >
      <div className="grid min-w-0 gap-3 md:min-h-0 md:flex-1 md:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)]">
        <TokenCard
          text={text}
          paste={paste}
          isInside={inside !== undefined}
          found={found}
          index={index}
          kind={checked?.kind.id ?? ''}
          mark={mark}
          onMark={setMark}
          onChange={onChange}
          onPick={(next) => setPicked({ of: paste, index: next })}
          onOpen={(plaintext) => setOpened({ of: pasted, paste: readInside(plaintext) })}
          onOutside={() => setOpened(undefined)}
        />
        <Says
          paste={paste}
          found={one}
          checked={checked}
          now={now}
          mark={mark}
          onMark={setMark}
          onKind={(kind) => setChosen({ of: paste, kind })}
          onExample={onChange}
        />
      </div>
    </TokensPage>
  )
}

const NONE = {}

function nameToken({ type }: Token, form: PasteForm): string {
  if (type === 'jwe') return TEXT.encryptedToken
  return type === 'opaque' ? TEXT.opaqueToken : TEXT.forms[form]
}

/** What was inside of a JWE: a token, JSON, or a text that is shown as it is. */
function readInside(plaintext: string): Paste {
  const paste = recognise(plaintext)
  if ('found' in paste) return paste
  const text = buildPaste('token', [{ name: TEXT.encrypted.inside, token: { type: 'opaque', text: plaintext } }])
  return text ?? paste
}
