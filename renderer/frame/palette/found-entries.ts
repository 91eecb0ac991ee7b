import { Drama, KeyRound, LayoutGrid, type LucideIcon, ShieldCheck, TextAlignStart, UserRound } from 'lucide-react'

import type { Found, FoundKind } from '#shared/contract/calls/find.ts'

import { apiAddress, applicationAddress, grantAddress, keyAddress, scenarioAddress, userAddress } from '../addresses.ts'
import { type Place, PLACES } from '../places.ts'
import type { EntryGroup, PaletteEntry } from './entry.ts'

interface Kind {
  readonly group: EntryGroup
  readonly icon: LucideIcon
  readonly addressOf: (id: string) => string
}

/** Kinds that the program is asked for, a line each. */
const KINDS: Readonly<Record<FoundKind, Kind>> = {
  clients: { group: 'applications', icon: LayoutGrid, addressOf: applicationAddress },
  apis: { group: 'apis', icon: TextAlignStart, addressOf: apiAddress },
  users: { group: 'users', icon: UserRound, addressOf: userAddress },
  scenarios: { group: 'scenarios', icon: Drama, addressOf: scenarioAddress },
  keys: { group: 'keys', icon: KeyRound, addressOf: keyAddress },
  grants: { group: 'grants', icon: ShieldCheck, addressOf: grantAddress },
}

export function foundEntries(found: readonly Found[]): readonly PaletteEntry[] {
  return found.flatMap((one) => foundEntry(one) ?? [])
}

/** By group, how many fit that are not all here. */
export function countsByGroup(
  counts: Readonly<Record<FoundKind, number>>,
): Readonly<Partial<Record<EntryGroup, number>>> {
  return Object.fromEntries(Object.entries(KINDS).map(([kind, { group }]) => [group, counts[kind as FoundKind]]))
}

/** The name that what was chosen before is remembered by. */
const ID_PREFIX: Readonly<Record<FoundKind, string>> = {
  clients: 'client',
  apis: 'api',
  users: 'user',
  scenarios: 'show-scenario',
  keys: 'key',
  grants: 'grant',
}

export function readFoundId(id: string): { readonly kind: FoundKind; readonly search: string } | undefined {
  const [kind] = Object.entries(ID_PREFIX).find(([, prefix]) => id.startsWith(`${prefix}:`)) ?? []
  return kind === undefined ? undefined : { kind: kind as FoundKind, search: id.slice(id.indexOf(':') + 1) }
}

function foundEntry({ kind, id, texts, hint }: Found): PaletteEntry | undefined {
  const { group, icon, addressOf } = KINDS[kind]
  const address = addressOf(id)
  if (!isThere(address)) return undefined
  const [label = id] = texts
  return { id: `${ID_PREFIX[kind]}:${id}`, group, label, hint, icon, texts, run: ({ go }) => go(address) }
}

const PATHS: ReadonlySet<string> = new Set(PLACES.map(({ path }: Place) => path))

function isThere(address: string): boolean {
  return PATHS.has(`/${address.split('/')[1] ?? ''}`)
}
