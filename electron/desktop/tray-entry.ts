/** The entry in the tray: there while the issuer goes on without a window, and not otherwise. */
import type { MenuItemConstructorOptions as Item } from 'electron'

/** What makes and removes the entry on this system. */
export interface TrayPlatform {
  create(onClick: () => void): TrayHandle
}

export interface TrayHandle {
  setMenu(items: Item[]): void
  destroy(): void
}

export interface TrayOptions {
  readonly platform: TrayPlatform
  readonly isWanted: () => boolean
  /** Undefined while it does not run. */
  readonly issuer: () => string | undefined
  readonly open: () => void
  readonly copy: (text: string) => void
  readonly quit: () => void
  readonly onProblem: (message: string) => void
}

/** What it returns is to be called when any of it has changed. */
export function createTrayEntry(options: TrayOptions): () => void {
  const { platform, isWanted, open, onProblem } = options
  let entry: TrayHandle | undefined

  function create(): TrayHandle | undefined {
    try {
      return platform.create(open)
    } catch (error) {
      onProblem(`There is no entry in the tray: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }

  function update(): void {
    if (!isWanted()) {
      entry?.destroy()
      entry = undefined
      return
    }
    entry ??= create()
    entry?.setMenu(buildTrayMenu(options))
  }

  update()
  return update
}

export function buildTrayMenu({ issuer, open, copy, quit }: TrayOptions): Item[] {
  const address = issuer()
  return [
    { label: 'Open Valet Key', click: open },
    { label: address === undefined ? 'The issuer does not run' : `Issuer: ${address}`, enabled: false },
    { label: 'Copy the issuer’s address', enabled: address !== undefined, click: () => address && copy(address) },
    { type: 'separator' },
    { label: 'Quit', click: quit },
  ]
}
