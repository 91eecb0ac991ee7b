import type { OutsideClientView } from '#shared/contract/calls/issuers.ts'

/** Whether something has to be typed in before it can prove who it is. */
export function isIncomplete({ meta }: OutsideClientView): boolean {
  return meta.secret === 'missing' || meta.key === 'missing'
}
