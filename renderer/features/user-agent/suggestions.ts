import { FileJson, LogIn, LogOut, type LucideIcon, MessageSquareReply, Tv } from 'lucide-react'

import type { ClientView } from '#shared/contract/calls/clients.ts'

import { useClients } from '../../stores/use-stores.tsx'
import type { RunningProgram } from '../common/use-program.ts'
import { makeFresh } from './fresh.ts'
import { buildSignInAddress, canAnswerHere } from './sign-in-address.ts'
import { TEXT } from '../common/user-agent/text.ts'

/** Somewhere to begin. */
export interface Suggestion {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly icon: LucideIcon
  readonly address: () => Promise<string>
}

const words = TEXT.start
/** More would hide the rest. */
const MOST_SIGN_INS = 3

export function useSuggestions(program: RunningProgram): readonly Suggestion[] {
  const clients = useClients(({ items }) => items)
  return buildSuggestions(program, clients)
}

export function buildSuggestions(program: RunningProgram, clients: readonly ClientView[]): readonly Suggestion[] {
  const { issuer, discovery, screens } = program
  const callback = `${screens}/callback`
  const signIns = clients
    .filter((client) => canAnswerHere(client, callback))
    .slice(0, MOST_SIGN_INS)
    .map((client) => signIn(client, async () => buildSignInAddress(issuer, client, callback, await makeFresh())))
  const page = (path: string) => () => Promise.resolve(new URL(path, issuer).href)
  return [
    ...signIns,
    { id: 'device', label: words.device, hint: words.deviceHint, icon: Tv, address: page('/device') },
    {
      id: 'approvals',
      label: words.approvals,
      hint: words.approvalsHint,
      icon: MessageSquareReply,
      address: page('/approvals'),
    },
    { id: 'discovery', label: words.discovery, hint: words.discoveryHint, icon: FileJson, address: page(discovery) },
    { id: 'sign-out', label: words.signOut, hint: words.signOutHint, icon: LogOut, address: page('/logout') },
  ]
}

function signIn({ client_id, client_name }: ClientView, address: Suggestion['address']): Suggestion {
  const name = typeof client_name === 'string' ? client_name : client_id
  return { id: `sign-in:${client_id}`, label: words.signIn(name), hint: words.signInHint, icon: LogIn, address }
}
