import { BookOpen, CircleAlert, Drama, Lightbulb, Play, Settings2 } from 'lucide-react'

import type { Flow } from '#shared/flows/flow.ts'
import type { Concept } from '#shared/teach/concepts/concept.ts'
import type { IndexEntry } from '#shared/teach/entries.ts'

import type { ScenarioView } from '../../stores/stores.ts'
import { conceptAddress, flowAddress, referenceAddress, settingsAddress } from '../addresses.ts'
import type { Command, Frame } from '../commands/command.ts'
import { COMMANDS } from '../commands/commands.ts'
import { PLACES } from '../places.ts'
import { TEXT } from '../text.ts'
import type { PaletteEntry } from './entry.ts'

export interface Findable {
  readonly scenarios: readonly ScenarioView[]
  readonly reference: readonly IndexEntry[]
  readonly settings: readonly FindableSection[]
  readonly flows: readonly Pick<Flow, 'id' | 'title' | 'summary' | 'verdict'>[]
  readonly concepts: readonly Pick<Concept, 'id' | 'title' | 'words'>[]
}

export interface FindableSection {
  readonly id: string
  readonly title: string
  /** What stands in it. */
  readonly words: readonly string[]
}

/** Everything that the palette knows itself; what may be there by the thousand is asked for. */
export function buildEntries(findable: Findable): readonly PaletteEntry[] {
  return [
    ...COMMANDS.filter(({ isHidden }) => isHidden !== true).map(commandEntry),
    ...findable.flows.map(flowEntry),
    ...findable.concepts.map(conceptEntry),
    ...findable.scenarios.map(scenarioEntry),
    ...findable.settings.map(settingsEntry),
    ...findable.reference.map(referenceEntry),
  ]
}

const PLACE_IDS: ReadonlySet<string> = new Set(PLACES.map(({ id }) => id))

function commandEntry({ id, label, icon, keys, words = '', run }: Command): PaletteEntry {
  const group = PLACE_IDS.has(id) ? 'screens' : 'actions'
  return { id, group, label, icon, keys: keys?.[0], texts: [label, words], run }
}

function flowEntry({ id, title, summary, verdict }: Findable['flows'][number]): PaletteEntry {
  return {
    id: `flow:${id}`,
    group: 'walkthroughs',
    label: title,
    hint: verdict.label,
    icon: Play,
    texts: [title, id, 'walkthrough grant flow', summary],
    run: goTo(flowAddress(id)),
  }
}

function conceptEntry({ id, title, words }: Findable['concepts'][number]): PaletteEntry {
  const run = goTo(conceptAddress(id))
  return { id: `concept:${id}`, group: 'concepts', label: title, icon: Lightbulb, texts: [title, words], run }
}

function scenarioEntry({ id, title, summary }: ScenarioView): PaletteEntry {
  const label = TEXT.commands.loadScenario(title)
  const run = ({ store }: Frame) => store.getState().open({ kind: 'load-scenario', id })
  return { id: `scenario:${id}`, group: 'actions', label, icon: Drama, texts: [label, 'restore reset', summary], run }
}

function settingsEntry({ id, title, words }: FindableSection): PaletteEntry {
  const run = goTo(settingsAddress(id))
  return { id: `settings:${id}`, group: 'settings', label: title, icon: Settings2, texts: [title, ...words], run }
}

function referenceEntry({ name, kind, title, summary }: IndexEntry): PaletteEntry {
  return {
    id: `reference:${kind}:${name}`,
    group: 'reference',
    label: name,
    isMono: true,
    hint: summary,
    icon: kind === 'error' ? CircleAlert : BookOpen,
    texts: title === undefined ? [name] : [name, title],
    run: goTo(referenceAddress(name)),
  }
}

function goTo(address: string) {
  return ({ go }: Frame) => go(address)
}
