import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Asset } from './issuer-routes.ts'

export interface AssetFile {
  readonly path: string
  /** Under `resources/`. */
  readonly file: string
  readonly contentType: string
}

/** Beside the bundle when built, at the top of the checkout when run from source. */
const CANDIDATES = ['../resources/', '../../../resources/']

/** The fonts of the issuer's pages, read when a page first asks for them; without them it is set in the system's own. */
export function createAssets(files: readonly AssetFile[]): (path: string) => Asset | undefined {
  const directory = CANDIDATES.map((path) => new URL(path, import.meta.url)).find((url) =>
    existsSync(fileURLToPath(url)),
  )
  const loaded = new Map<string, Asset>()
  return (path) => {
    const known = files.find((asset) => asset.path === path)
    if (!known || !directory) return undefined
    const asset = loaded.get(path) ?? loadAsset(new URL(known.file, directory), known.contentType)
    if (asset) loaded.set(path, asset)
    return asset
  }
}

function loadAsset(file: URL, contentType: string): Asset | undefined {
  return existsSync(file) ? { contentType, body: readFileSync(file) } : undefined
}
