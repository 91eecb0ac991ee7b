import { createStore, type StoreApi } from 'zustand/vanilla'

export type ToastTone = 'neutral' | 'good' | 'bad'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: ToastTone
  readonly undo?: (() => void | Promise<void>) | undefined
}

export interface ToastState {
  /** The oldest first. */
  readonly toasts: readonly Toast[]
  readonly show: (toast: { text: string; tone?: ToastTone; undo?: () => void | Promise<void> }) => number
  readonly dismiss: (id: number) => void
}

export type ToastStore = StoreApi<ToastState>

/** More than these at a time nobody reads; the oldest makes room. */
const MOST_TOASTS = 4

export function createToasts(): ToastStore {
  let last = 0
  return createStore<ToastState>()((set) => ({
    toasts: [],
    show({ text, tone = 'neutral', undo }) {
      const toast: Toast = { id: ++last, text, tone, undo }
      set(({ toasts }) => ({ toasts: [...toasts, toast].slice(-MOST_TOASTS) }))
      return toast.id
    },
    dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
  }))
}
