import { MASK, maskText } from '#shared/har/mask.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

export type Mask = (text: string) => string

/** As the HAR export masks, and what the run itself knows to be a secret wherever that turns up. */
export function createMask({ known }: FlowRun, secrets: boolean): Mask {
  if (secrets) return (text) => text
  const values = Object.values(known).flatMap(({ secret, value }) =>
    secret === true && typeof value === 'string' && value !== '' ? [value] : [],
  )
  return (text) => values.reduce((masked, value) => masked.replaceAll(value, MASK), maskText(text))
}
