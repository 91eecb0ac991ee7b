import type { EntryContext } from '#shared/teach/contexts.ts'

export interface FieldOption {
  readonly value: string
  readonly label: string
}

/** How a member is shown and changed. */
export type FieldKind =
  | { readonly kind: 'text'; readonly placeholder?: string; readonly isProse?: boolean }
  | { readonly kind: 'long'; readonly placeholder?: string }
  | { readonly kind: 'number'; readonly unit: string; readonly min?: number }
  | { readonly kind: 'switch' }
  /** One of several; `none` says what it means to choose none. */
  | { readonly kind: 'choice'; readonly options: readonly FieldOption[]; readonly none?: string }
  | { readonly kind: 'choices'; readonly options: readonly FieldOption[] }
  /** Texts, one a line. */
  | { readonly kind: 'list'; readonly placeholder?: string; readonly advise?: (value: string) => string | undefined }
  | { readonly kind: 'json' }

export type FieldSpec = FieldKind & {
  /** The protocol's name, with dots where it stands inside another: `valetkey.skipConsent`. */
  readonly member: string
  /** Where the name is not for people. */
  readonly label?: string
  /** What it means; left out, what the dictionary says of it. */
  readonly hint?: string
  readonly context?: EntryContext
}

export interface FieldGroup {
  readonly id: string
  readonly title: string
  readonly text?: string
  readonly fields: readonly FieldSpec[]
}

export function toOptions(values: readonly string[]): readonly FieldOption[] {
  return values.map((value) => ({ value, label: value }))
}
