import { isSecretName, MASK, maskHeader, maskText } from './mask.ts'

/** What an export does to each value on its way out. */
export interface Masks {
  text(text: string): string
  header(name: string, value: string): string
  value(name: string, value: string): string
}

export const OPEN: Masks = { text: (text) => text, header: (_name, value) => value, value: (_name, value) => value }

export const MASKED: Masks = {
  text: maskText,
  header: maskHeader,
  value: (name, value) => (isSecretName(name) ? MASK : maskText(value)),
}
