import { Copy, Ellipsis, Footprints, Pencil, Pin, PinOff, Route, StickyNote, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { SNIPPETS } from '#shared/flows/code/snippets.ts'
import type { Exchange, ExchangeSummary } from '#shared/model/exchange.ts'

import { Button } from '../../../../components/button.tsx'
import { writeClipboard } from '../../../../components/clipboard.ts'
import { IconButton } from '../../../../components/icon-button.tsx'
import { Menu } from '../../../../components/menu.tsx'
import { useStores } from '../../../../stores/use-stores.tsx'
import { otherAddress } from '../other-address.ts'
import { TEXT } from '../text.ts'
import { toDraft } from '../to-draft.ts'
import { Note } from './note.tsx'
import { RemoveExchanges } from './remove-exchanges.tsx'
import { useAnnotate } from './use-annotate.ts'
import { useWalk } from './use-walk.ts'

const words = TEXT.actions

interface ActionsProps {
  readonly exchange: Exchange
  /** With what was just pinned or noted. */
  readonly siblings: readonly ExchangeSummary[]
  readonly onResend: () => void
  readonly onChanged: () => void
}

/** What can be done with the exchange, whichever part of it is looked at. */
export function Actions({ exchange, siblings, onResend, onChanged }: ActionsProps) {
  const annotate = useAnnotate(exchange.id, onChanged)
  const [isNoting, setNoting] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  const draft = toDraft(exchange)
  const isPinned = exchange.pinned === true
  return (
    <footer aria-label={words.label} className="flex-none border-t border-line px-3 py-1.5">
      {isNoting && (
        <Note
          note={exchange.note ?? ''}
          onSave={async (note) => {
            if (await annotate({ note })) setNoting(false)
          }}
          onCancel={() => setNoting(false)}
        />
      )}
      <div className="flex flex-wrap items-center gap-1.5">
        <CopyMenu exchange={exchange} />
        <Button size="small" icon={<Pencil aria-hidden />} disabled={draft === undefined} onClick={onResend}>
          {words.resend}
        </Button>
        <span className="ml-auto flex items-center gap-0.5">
          <IconButton
            size="small"
            label={isPinned ? words.unpin : words.pin}
            icon={isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
            onClick={() => void annotate({ pinned: !isPinned })}
          />
          <IconButton
            size="small"
            label={exchange.note === undefined ? words.note : words.changeNote}
            icon={<StickyNote aria-hidden />}
            aria-expanded={isNoting}
            onClick={() => setNoting(!isNoting)}
          />
          <MoreMenu exchange={exchange} siblings={siblings} onRemove={() => setRemoving(true)} />
        </span>
      </div>
      {isRemoving && (
        <RemoveExchanges
          ids={[exchange.id]}
          onDone={() => navigate(otherAddress(), { replace: true })}
          onCancel={() => setRemoving(false)}
        />
      )}
    </footer>
  )
}

function CopyMenu({ exchange }: { readonly exchange: Exchange }) {
  const { show } = useStores().toasts.getState()
  const draft = toDraft(exchange)

  async function copy(text: string, name: string): Promise<void> {
    const isCopied = await writeClipboard(text)
    show(isCopied ? { text: words.copied(name), tone: 'good' } : { text: words.notCopied, tone: 'bad' })
  }

  return (
    <Menu
      trigger={
        <Button size="small" icon={<Copy aria-hidden />} disabled={draft === undefined}>
          {words.copy}
        </Button>
      }
      items={SNIPPETS.map(({ id, title, build }) => ({
        id,
        label: title,
        onSelect: () => void (draft !== undefined && copy(build(draft), title)),
      }))}
    />
  )
}

interface MoreMenuProps {
  readonly exchange: Exchange
  readonly siblings: readonly ExchangeSummary[]
  readonly onRemove: () => void
}

function MoreMenu({ exchange, siblings, onRemove }: MoreMenuProps) {
  const walk = useWalk(exchange, siblings)
  return (
    <Menu
      align="end"
      trigger={<IconButton size="small" label={words.more} icon={<Ellipsis aria-hidden />} />}
      items={[
        {
          id: 'walk',
          label: words.walk,
          hint: words.walkHint,
          icon: <Route aria-hidden />,
          onSelect: () => void walk.open(),
        },
        {
          id: 'walk-here',
          label: words.walkHere,
          hint: words.walkHereHint,
          icon: <Footprints aria-hidden />,
          onSelect: () => void walk.goThere(),
        },
        'separator',
        { id: 'remove', label: words.remove, icon: <Trash2 aria-hidden />, isDangerous: true, onSelect: onRemove },
      ]}
    />
  )
}
