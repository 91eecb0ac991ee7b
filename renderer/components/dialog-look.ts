export const OVERLAY_LOOK = 'fixed inset-0 z-40 bg-[#0f1218]/50 animate-appear'

export const DIALOG_LOOK =
  'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 ' +
  '-translate-y-1/2 flex-col rounded-xl border border-line-strong bg-panel shadow-card animate-appear focus-visible:outline-none'
