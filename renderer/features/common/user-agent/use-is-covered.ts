import { useSyncExternalStore } from 'react'

/** Dialogs and menus, which the window's own view would hide. Tooltips stand above it or wait. */
const COVERS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox][data-state=open]'

export function useIsCovered(): boolean {
  return useSyncExternalStore(subscribe, isCovered)
}

/** What lies over the screens is put at the end of the body. */
function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.body, { childList: true })
  return () => observer.disconnect()
}

function isCovered(): boolean {
  return [...document.querySelectorAll(COVERS)].some((cover) => cover.closest('#root') === null)
}
