import { classNames } from './class-names.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'small' | 'medium'

const BASE =
  'inline-flex min-w-0 items-center justify-center gap-1.5 rounded-lg border text-center wrap-anywhere no-underline select-none ' +
  'transition-colors duration-100 aria-disabled:opacity-55 disabled:opacity-55 [&_svg]:size-4 [&_svg]:flex-none'

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary:
    'border-accent bg-accent font-semibold text-on-accent not-disabled:hover:inset-ring not-disabled:hover:inset-ring-on-accent/40',
  secondary: 'border-edge bg-panel font-medium text-ink not-disabled:hover:bg-sunken not-disabled:hover:border-ink-3',
  ghost:
    'border-transparent bg-transparent font-medium text-ink-2 not-disabled:hover:bg-accent-soft not-disabled:hover:text-ink',
  danger: 'border-bad bg-panel font-medium text-bad not-disabled:hover:bg-bad-soft',
}

const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: 'min-h-7 px-2 py-0.5 text-small pointer-coarse:min-h-9',
  medium: 'min-h-8 px-3 py-1 text-base pointer-coarse:min-h-10',
}

/** The look of a button, for a link that has to stand among buttons. */
export function buttonLook(variant: ButtonVariant = 'secondary', size: ButtonSize = 'medium'): string {
  return classNames(BASE, VARIANTS[variant], SIZES[size])
}
