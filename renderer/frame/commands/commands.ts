/** Every command once. What opens a place comes from the list of places. */
import {
  ArrowLeft,
  ArrowRight,
  Compass,
  Copy,
  Globe,
  Info,
  Keyboard,
  Monitor,
  Moon,
  PanelLeft,
  Presentation,
  RotateCw,
  Search,
  SquareTerminal,
  Sun,
  Trash2,
} from 'lucide-react'

import { ISSUERS_ADDRESS } from '../addresses.ts'
import { type Place, PLACES } from '../places.ts'
import { TEXT } from '../text.ts'
import type { Command } from './command.ts'
import { clearTraffic } from './clear-traffic.ts'
import { copyAddress } from './copy-address.ts'
import { copyLastChange } from './copy-last-change.ts'
import { presentRun } from './present-run.ts'

const labels = TEXT.commands

const OPEN_PLACES = PLACES.map((place: Place): Command => {
  const { id, title, icon, keys, words, shellCommand, path } = place
  const run: Command['run'] = ({ go }) => go(path)
  return { id, label: title, icon, keys, words, run, ...(shellCommand && { shellCommand }) }
})

const ACTIONS: readonly Command[] = [
  {
    id: 'palette',
    label: labels.palette,
    icon: Search,
    keys: ['mod+k'],
    shellCommand: 'palette',
    isHidden: true,
    run: ({ store }) => toggle(store.getState(), 'palette'),
  },
  {
    id: 'shortcuts',
    label: labels.shortcuts,
    icon: Keyboard,
    keys: ['?'],
    shellCommand: 'shortcuts',
    words: 'keys keyboard help',
    run: ({ store }) => toggle(store.getState(), 'shortcuts'),
  },
  {
    id: 'navigation',
    label: labels.navigation,
    icon: PanelLeft,
    keys: ['mod+b'],
    words: 'sidebar collapse expand menu',
    run: ({ stores }) => {
      const { isNavCollapsed, setNavCollapsed } = stores.layout.getState()
      setNavCollapsed(!isNavCollapsed)
    },
  },
  { id: 'present', label: labels.present, icon: Presentation, keys: ['p'], isHidden: true, run: presentRun },
  {
    id: 'copy-issuer',
    label: labels.copyIssuer,
    icon: Copy,
    words: 'iss url',
    run: (frame) => void copyAddress(frame, 'issuer'),
  },
  {
    id: 'copy-discovery',
    label: labels.copyDiscovery,
    icon: Copy,
    words: '.well-known openid-configuration metadata url',
    run: (frame) => void copyAddress(frame, 'discovery'),
  },
  {
    id: 'copy-last-change',
    label: labels.copyLastChange,
    icon: SquareTerminal,
    words: 'REST management API command shell record',
    run: (frame) => void copyLastChange(frame),
  },
  {
    id: 'other-issuers',
    label: labels.otherIssuers,
    icon: Globe,
    words: 'outside issuer add own client discovery elsewhere walkthrough',
    run: ({ go }) => go(ISSUERS_ADDRESS),
  },
  {
    id: 'clear-traffic',
    label: labels.clearTraffic,
    icon: Trash2,
    words: 'delete remove exchanges recorded',
    run: (frame) => void clearTraffic(frame),
  },
  {
    id: 'theme-system',
    label: labels.themeSystem,
    icon: Monitor,
    words: 'appearance automatic',
    run: ({ stores }) => stores.appearance.getState().setTheme('system'),
  },
  {
    id: 'theme-light',
    label: labels.themeLight,
    icon: Sun,
    words: 'appearance bright day',
    run: ({ stores }) => stores.appearance.getState().setTheme('light'),
  },
  {
    id: 'theme-dark',
    label: labels.themeDark,
    icon: Moon,
    words: 'appearance night',
    run: ({ stores }) => stores.appearance.getState().setTheme('dark'),
  },
  {
    id: 'tour',
    label: labels.tour,
    icon: Compass,
    words: 'help introduction first steps',
    run: ({ store }) => store.getState().showTour(0),
  },
  { id: 'reload', label: labels.reload, icon: RotateCw, words: 'refresh again', run: () => location.reload() },
  {
    id: 'about',
    label: labels.about,
    icon: Info,
    shellCommand: 'about',
    words: 'version licence',
    run: ({ go }) => go('/settings/about'),
  },
  { id: 'back', label: labels.back, icon: ArrowLeft, shellCommand: 'back', isHidden: true, run: () => history.back() },
  {
    id: 'forward',
    label: labels.forward,
    icon: ArrowRight,
    shellCommand: 'forward',
    isHidden: true,
    run: () => history.forward(),
  },
]

export const COMMANDS: readonly Command[] = [...OPEN_PLACES, ...ACTIONS]

/** The same keys that open it close it again. */
function toggle({ overlay, open, close }: ToggledState, kind: 'palette' | 'shortcuts'): void {
  if (overlay?.kind === kind) close()
  else open({ kind })
}

interface ToggledState {
  readonly overlay: { readonly kind: string } | undefined
  readonly open: (overlay: { readonly kind: 'palette' | 'shortcuts' }) => void
  readonly close: () => void
}
