import type { Finding } from '#shared/contract/finding.ts'
import type { ErrorShape } from '#shared/errors.ts'

/** By their places in the file; the call names the file first. */
export function listFindings({ message, detail }: ErrorShape): readonly Finding[] {
  const { findings } = (detail ?? {}) as { readonly findings?: readonly Finding[] }
  if (findings === undefined || findings.length === 0) return [{ path: '', message }]
  return findings.map((finding) => ({ ...finding, path: finding.path.replace(/^config\.?/, '') }))
}
