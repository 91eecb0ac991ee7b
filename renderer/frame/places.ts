/**
 * The places of the program, each once. The navigation, the router, the palette, the shortcuts and the native menu's
 * commands are made from this list; a place that does not exist is not in it.
 */
import {
  AppWindow,
  ArrowLeftRight,
  BookOpen,
  Handshake,
  Drama,
  History,
  House,
  KeyRound,
  LayoutGrid,
  Lightbulb,
  type LucideIcon,
  Play,
  Settings2,
  Signpost,
  SquareTerminal,
  TextAlignStart,
  Ticket,
  UserRound,
} from 'lucide-react'
import type { ComponentType } from 'react'

import type { ShellCommand } from '#shared/contract/events.ts'

export interface Place {
  readonly id: string
  /** Where its entry in the navigation leads. */
  readonly path: string
  /** Of all its addresses, for wouter; the parameter names what is shown in it. */
  readonly pattern: string
  readonly title: string
  readonly group?: 'Issuer' | 'Learn'
  readonly isAtBottom?: boolean
  readonly icon: LucideIcon
  readonly load: () => Promise<{ readonly Screen: ComponentType }>
  /** Whose number stands beside its name. */
  readonly count?: 'exchanges' | 'clients' | 'apis' | 'users'
  /** Any of these opens it. */
  readonly keys: readonly string[]
  readonly shellCommand?: ShellCommand
  /** What else somebody may type who looks for it. */
  readonly words: string
}

export const PLACES = [
  {
    id: 'overview',
    path: '/',
    pattern: '/',
    title: 'Overview',
    icon: House,
    load: () => import('../features/overview/screen.tsx'),
    keys: ['g o'],
    words: 'home start',
  },
  {
    id: 'walkthroughs',
    path: '/walkthroughs',
    pattern: '/walkthroughs/:flow?/:run?',
    title: 'Walkthroughs',
    icon: Play,
    load: () => import('../features/walkthroughs/screen.tsx'),
    keys: ['g w'],
    words: 'flows grants steps learn authorization code',
  },
  {
    id: 'traffic',
    path: '/traffic',
    pattern: '/traffic/:id?',
    title: 'Traffic',
    icon: ArrowLeftRight,
    load: () => import('../features/traffic/screen.tsx'),
    count: 'exchanges',
    keys: ['g t'],
    words: 'exchanges requests responses recorded log',
  },
  {
    id: 'tokens',
    path: '/tokens',
    pattern: '/tokens/:view?',
    title: 'Tokens',
    icon: Ticket,
    load: () => import('../features/tokens/screen.tsx'),
    keys: ['g k'],
    words: 'JWT JWS JWE JWKS decode paste signature verify claims compare access_token id_token',
  },
  {
    id: 'browser',
    path: '/browser',
    pattern: '/browser',
    title: 'Browser',
    icon: AppWindow,
    load: () => import('../features/user-agent/screen.tsx'),
    keys: ['g b'],
    words: 'user agent sign in cookies',
  },
  {
    id: 'applications',
    path: '/applications',
    pattern: '/applications/:client_id?',
    title: 'Applications',
    group: 'Issuer',
    icon: LayoutGrid,
    load: () => import('../features/applications/screen.tsx'),
    count: 'clients',
    keys: ['g a'],
    words: 'clients client_id client_secret redirect_uri',
  },
  {
    id: 'apis',
    path: '/apis',
    pattern: '/apis/:identifier?',
    title: 'APIs',
    group: 'Issuer',
    icon: TextAlignStart,
    load: () => import('../features/apis/screen.tsx'),
    count: 'apis',
    keys: ['g i'],
    words: 'resource servers scopes audience',
  },
  {
    id: 'users',
    path: '/users',
    pattern: '/users/:username?',
    title: 'Users',
    group: 'Issuer',
    icon: UserRound,
    load: () => import('../features/users/screen.tsx'),
    count: 'users',
    keys: ['g u'],
    words: 'resource owners people accounts passwords claims',
  },
  {
    id: 'keys',
    path: '/keys',
    pattern: '/keys/:kid?',
    title: 'Keys',
    group: 'Issuer',
    icon: KeyRound,
    load: () => import('../features/keys/screen.tsx'),
    keys: ['g y'],
    words: 'JWKS kid signing rotate retire import PEM JWK RS256 ES256 EdDSA',
  },
  {
    id: 'grants',
    path: '/grants',
    pattern: '/grants/:id?/:session?',
    title: 'Grants and sessions',
    group: 'Issuer',
    icon: Handshake,
    load: () => import('../features/grants/screen.tsx'),
    keys: ['g n'],
    words: 'consent allowed revoke signed in sign out logout',
  },
  {
    id: 'scenarios',
    path: '/scenarios',
    pattern: '/scenarios/:id?',
    title: 'Scenarios',
    group: 'Issuer',
    icon: Drama,
    load: () => import('../features/scenarios/screen.tsx'),
    keys: ['g e'],
    words: 'load restore reset save state export import config file difference',
  },
  {
    id: 'history',
    path: '/history',
    pattern: '/history/:id?',
    title: 'History',
    group: 'Issuer',
    icon: History,
    load: () => import('../features/history/screen.tsx'),
    keys: ['g h'],
    words: 'changes undo put back who when audit log',
  },
  {
    id: 'management',
    path: '/management',
    pattern: '/management',
    title: 'Management API',
    group: 'Issuer',
    icon: SquareTerminal,
    load: () => import('../features/management/screen.tsx'),
    keys: ['g m'],
    words: 'REST OpenAPI token curl automation CI calls',
  },
  {
    id: 'which-flow',
    path: '/which-flow',
    pattern: '/which-flow',
    title: 'Which flow?',
    group: 'Learn',
    icon: Signpost,
    load: () => import('../features/which-flow/screen.tsx'),
    keys: ['g f'],
    words: 'choose grant advice decide recommend questions',
  },
  {
    id: 'concepts',
    path: '/concepts',
    pattern: '/concepts/:topic?',
    title: 'Concepts',
    group: 'Learn',
    icon: Lightbulb,
    load: () => import('../features/concepts/screen.tsx'),
    keys: ['g c'],
    words: 'learn basics introduction roles scopes tokens history',
  },
  {
    id: 'reference',
    path: '/reference',
    pattern: '/reference/:name?',
    title: 'Reference',
    group: 'Learn',
    icon: BookOpen,
    load: () => import('../features/reference/screen.tsx'),
    keys: ['g r'],
    words: 'parameters errors claims explained RFC',
  },
  {
    id: 'settings',
    path: '/settings',
    pattern: '/settings/:section?',
    title: 'Settings',
    isAtBottom: true,
    icon: Settings2,
    load: () => import('../features/settings/screen.tsx'),
    keys: ['g s', 'mod+,'],
    shellCommand: 'settings',
    words: 'preferences options ports retention',
  },
] as const satisfies readonly Place[]

export type PlaceId = (typeof PLACES)[number]['id']

/** The place that an address belongs to, if there is one. */
export function placeAt(path: string): Place | undefined {
  const [, first = ''] = path.split('/')
  return PLACES.find((place) => place.path === `/${first}`)
}
