import type { AddressDifference } from '../compare-addresses.ts'
import type { RichText } from '../lesson.ts'
import { code, rich } from '../rich-text.ts'

/** The addresses that are compared, for the sentence that says how they differ. */
export interface AddressPair {
  readonly sent: string
  readonly registered: string
}

type Hint = (pair: AddressPair) => RichText

const HINTS: Readonly<Record<AddressDifference, Hint>> = {
  'not-an-address': () => rich`What was sent is no address at all: write it whole, with {http://} or {https://}.`,
  'encoded-twice': () => rich`What was sent was percent-encoded twice: encode it once, as any other parameter.`,
  'surrounding-space': () => rich`Take away the space before or after the address.`,
  scheme: (pair) =>
    rich`The application says ${code(scheme(pair.sent))}, registered is ${code(scheme(pair.registered))}.`,
  'loopback-name': (pair) =>
    rich`Both mean this machine, but the comparison is of letters: use ${code(host(pair.registered))}, not ${code(host(pair.sent))}.`,
  host: (pair) =>
    rich`The host differs: sent is ${code(host(pair.sent))}, registered is ${code(host(pair.registered))}.`,
  port: (pair) =>
    rich`The port differs: sent is ${code(port(pair.sent))}, registered is ${code(port(pair.registered))}.`,
  'path-missing': (pair) => rich`The path ${code(path(pair.registered))} is missing.`,
  'slash-added': () => rich`Take away the slash at the end.`,
  'slash-missing': () => rich`Add the slash at the end.`,
  'path-case': () => rich`Capital and small letters differ in the path, and they count.`,
  path: (pair) =>
    rich`The path differs: sent is ${code(path(pair.sent))}, registered is ${code(path(pair.registered))}.`,
  query: () => rich`The part after the {?} differs. Carry values of your own in {state}, not in the address.`,
  fragment: () => rich`Take away the part from the {#} on: an address to be answered at must not have one.`,
  spelling: () =>
    rich`A browser takes both for the same address, but the comparison is of letters: write it as registered.`,
}

/** How to make the address that was sent the one that is registered, a sentence for each difference. */
export function explainDifferences(differences: readonly AddressDifference[], pair: AddressPair): readonly RichText[] {
  return differences.map((difference) => HINTS[difference](pair))
}

function scheme(address: string): string {
  return new URL(address).protocol.replace(/:$/, '')
}

function host(address: string): string {
  return new URL(address).hostname
}

function path(address: string): string {
  return new URL(address).pathname || '/'
}

function port(address: string): string {
  const { port: written, protocol } = new URL(address)
  return written || (protocol === 'https:' ? '443' : '80')
}
