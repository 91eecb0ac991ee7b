/**
 * What a person's own clients at other issuers prove themselves with. It goes into the file only when a shell has handed
 * in a box to seal it with; else it stays in memory, and is gone with the program.
 */
import { ValetKeyError } from '#shared/errors.ts'
import type { OutsideSecrets } from '#shared/model/outside-issuer.ts'

import { isObject, parseJson } from './stored-json.ts'
import type { OutsideSecretTable, SecretBox } from './store.ts'
import type { TableContext } from './table-context.ts'

interface SecretParts extends Pick<TableContext, 'connection' | 'changes'> {
  readonly box: SecretBox | undefined
  readonly onProblem: (problem: unknown) => void
}

export function createOutsideSecretTable({ connection, changes, box, onProblem }: SecretParts): OutsideSecretTable {
  const one = connection.read<[issuer: string, client_id: string], { readonly sealed: Uint8Array }>(
    'SELECT sealed FROM outside_secrets WHERE issuer = ? AND client_id = ?',
  )
  const write = connection.write<[issuer: string, client_id: string, sealed: Uint8Array]>(`
    INSERT INTO outside_secrets (issuer, client_id, sealed) VALUES (?, ?, ?)
    ON CONFLICT (issuer, client_id) DO UPDATE SET sealed = excluded.sealed`)
  const erase = connection.write<[issuer: string, client_id: string]>(
    'DELETE FROM outside_secrets WHERE issuer = ? AND client_id = ?',
  )
  const memory = new Map<string, OutsideSecrets>()
  const told = new Set<string>()

  const canSeal = (): boolean => box?.isAvailable() === true

  function open(issuer: string, client_id: string): OutsideSecrets | undefined {
    const row = one.get(issuer, client_id)
    if (!row || !box || !canSeal()) return undefined
    try {
      const opened = parseJson(box.open(row.sealed))
      return isObject(opened) ? opened : undefined
    } catch (error) {
      tellOnce(client_id, error)
      return undefined
    }
  }

  /** The keychain is another one, or was emptied: the secret has to be typed in again. */
  function tellOnce(client_id: string, cause: unknown): void {
    if (told.has(client_id)) return
    told.add(client_id)
    const message = `What was kept for ${client_id} cannot be opened with this system's keychain. Type its secret in again.`
    onProblem(new ValetKeyError('secret_sealed', message, { cause }))
  }

  return {
    get keeping() {
      return canSeal() ? 'encrypted' : 'until_end'
    },
    get: (issuer, client_id) => memory.get(keyOf(issuer, client_id)) ?? open(issuer, client_id) ?? {},
    put(issuer, client_id, secrets) {
      if (Object.values(secrets).every((value) => value === undefined)) return this.remove(issuer, client_id)
      if (box && canSeal()) {
        memory.delete(keyOf(issuer, client_id))
        write(issuer, client_id, box.seal(JSON.stringify(secrets)))
      } else {
        erase(issuer, client_id)
        memory.set(keyOf(issuer, client_id), secrets)
      }
      changes.note('issuers')
    },
    remove(issuer, client_id) {
      memory.delete(keyOf(issuer, client_id))
      erase(issuer, client_id)
    },
  }
}

function keyOf(issuer: string, client_id: string): string {
  return JSON.stringify([issuer, client_id])
}
