/** What the person has chosen, in a file of its own: it has to be known before the data can be opened. */
import { renameSync } from 'node:fs'

import { desktopCalls, type Preferences, type PreferencesView } from '#shared/contract/calls/shell.ts'
import { ValetKeyError } from '#shared/errors.ts'

import { readJsonFile, writeJsonFile } from './json-file.ts'

/** The system keeps this one itself, where it has such a thing. */
export interface StartAtLogin {
  readonly isPossible: boolean
  get(): boolean
  set(on: boolean): void
}

export type Changes<Of> = { readonly [Key in keyof Of]?: Of[Key] | undefined }

export interface PreferenceStore {
  get(): Preferences
  change(changes: Changes<Preferences>): void
  /** `inUse`: undefined while nothing runs. */
  view(inUse: Preferences['ports'] | undefined): PreferencesView
  onChange(listener: () => void): void
}

export interface PreferenceOptions {
  readonly file: string
  readonly startAtLogin: StartAtLogin
  readonly onProblem: (message: string) => void
}

type Kept = Omit<Preferences, 'startAtLogin'>

const kept = desktopCalls['preferences.get'].output.shape.preferences.omit({ startAtLogin: true })

const USUAL: Kept = { theme: 'system', keepRunning: false, ports: { issuer: 4400, screens: 4401 } }

export function createPreferences({ file, startAtLogin, onProblem }: PreferenceOptions): PreferenceStore {
  const listeners: (() => void)[] = []
  let current = load(file, onProblem)

  function get(): Preferences {
    return { ...current, startAtLogin: startAtLogin.isPossible && startAtLogin.get() }
  }

  return {
    get,
    change({ startAtLogin: login, ...changes }) {
      const next = merge(current, changes)
      assertTwoPorts(next.ports)
      if (login !== undefined) setStartAtLogin(startAtLogin, login)
      save(file, next)
      current = next
      for (const listener of listeners) listener()
    },
    view: (inUse) => ({
      preferences: get(),
      canStartAtLogin: startAtLogin.isPossible,
      portsPending: inUse !== undefined && !isSame(current.ports, inUse),
    }),
    onChange: (listener) => void listeners.push(listener),
  }
}

function load(file: string, onProblem: PreferenceOptions['onProblem']): Kept {
  const read = readJsonFile(file, kept.partial())
  if ('value' in read) return merge(USUAL, read.value)
  if ('broken' in read) onProblem(setAside(file, read.broken))
  return USUAL
}

/** What is left out, or given as undefined, stays as it is. */
function merge(base: Kept, { theme, keepRunning, ports }: Changes<Kept>): Kept {
  return { theme: theme ?? base.theme, keepRunning: keepRunning ?? base.keepRunning, ports: ports ?? base.ports }
}

function setAside(file: string, why: string): string {
  const aside = `${file}.broken`
  try {
    renameSync(file, aside)
    return `The preferences begin anew: ${file} ${why}. It is kept as ${aside}.`
  } catch {
    return `The usual preferences are used: ${file} ${why}, and cannot be moved out of the way.`
  }
}

function save(file: string, value: Kept): void {
  try {
    writeJsonFile(file, value)
  } catch (cause) {
    throw new ValetKeyError('preferences_not_saved', `${file} cannot be written, so nothing was changed.`, { cause })
  }
}

function setStartAtLogin(login: StartAtLogin, on: boolean): void {
  if (login.isPossible) login.set(on)
  else if (on) throw new ValetKeyError('invalid', 'This copy of Valet Key cannot be started at login.')
}

/** Port 0 is any free one, and that twice is two. */
function assertTwoPorts({ issuer, screens }: Preferences['ports']): void {
  if (issuer === 0 || issuer !== screens) return
  throw new ValetKeyError('invalid', `The issuer and the screens need two ports; both are ${issuer}.`)
}

function isSame(wanted: Preferences['ports'], used: Preferences['ports']): boolean {
  return [
    [wanted.issuer, used.issuer],
    [wanted.screens, used.screens],
  ].every(([want, use]) => want === 0 || want === use)
}
