import type { ReactNode } from 'react'

/** Drawn beside words that say the same, so none of them is read out. */
function Icon(props: { readonly size: number; readonly children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      width={props.size}
      height={props.size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {props.children}
    </svg>
  )
}

export function KeyIcon(props: { readonly size?: number }) {
  return (
    <Icon size={props.size ?? 20}>
      <circle cx="8" cy="8" r="4.5" />
      <path d="m11.5 11.5 8 8M16 16l2.6-2.6" />
    </Icon>
  )
}

export function CheckIcon(props: { readonly size?: number }) {
  return (
    <Icon size={props.size ?? 16}>
      <path d="m5 12.5 4.5 4.5L19 7.5" />
    </Icon>
  )
}

export function WarnIcon() {
  return (
    <Icon size={16}>
      <path d="M12 4 2.8 20h18.4zM12 10v4.5M12 17.4v.1" />
    </Icon>
  )
}

export function InfoIcon() {
  return (
    <Icon size={16}>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5M12 8v.1" />
    </Icon>
  )
}

export function StopIcon() {
  return (
    <Icon size={16}>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7.5v5M12 16v.1" />
    </Icon>
  )
}

export function BellIcon() {
  return (
    <Icon size={28}>
      <path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10.5 21h3" />
    </Icon>
  )
}

/** The key on a tile, as an address that holds the picture itself, so that no browser asks for `/favicon.ico`. */
export const FAVICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#3b5bdb"/><g fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"><circle cx="12" cy="12" r="5"/><path d="m16 16 8.500 8.500M21 21l3-3"/></g></svg>',
)}`
