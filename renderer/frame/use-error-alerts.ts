import { useEffect } from 'react'

import type { ExchangeSummary } from '#shared/model/exchange.ts'

import { useFollowed } from '../stores/use-stores.tsx'
import { exchangeAddress } from './addresses.ts'
import { useFrame } from './commands/use-frame.tsx'
import { TEXT } from './text.ts'

/** Errors of followed applications that nobody has looked at: in the page's title, and as notifications where allowed. */
export function useErrorAlerts(): void {
  const { go } = useFrame()
  const unseen = useFollowed((state) => state.unseen)
  const last = useFollowed((state) => state.last)
  useEffect(() => markTitle(unseen), [unseen])
  useEffect(() => {
    if (last !== undefined && document.visibilityState === 'hidden') notify(last, () => go(exchangeAddress(last.id)))
  }, [last, go])
}

const MARK = /^\(\d+\) /

/** Every screen writes its own title, so the mark is put before whichever stands there. */
function markTitle(unseen: number): () => void {
  function mark(): void {
    const plain = document.title.replace(MARK, '')
    const wanted = unseen > 0 ? `(${unseen}) ${plain}` : plain
    if (document.title !== wanted) document.title = wanted
  }
  mark()
  const observer = new MutationObserver(mark)
  const title = document.querySelector('title')
  if (title !== null) observer.observe(title, { childList: true, characterData: true, subtree: true })
  return () => observer.disconnect()
}

/** Whether it is allowed was asked for in Traffic; the desktop's window never allows it. */
function notify({ client_id = '', error, endpoint }: ExchangeSummary, onClick: () => void): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return
  // One for each application: a loop of errors must not fill the screen.
  const notification = new Notification(TEXT.notification.title(client_id), {
    body: TEXT.notification.text(error?.code ?? '', endpoint),
    tag: `valetkey-${client_id}`,
  })
  notification.addEventListener('click', () => {
    window.focus()
    onClick()
    notification.close()
  })
}
