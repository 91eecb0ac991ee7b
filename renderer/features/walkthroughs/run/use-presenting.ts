import { replaceParameter, useQuery } from '../../common/use-address.ts'

/** What the address says, so that a reload goes on presenting. */
const NAME = 'present'

/** What the focus goes back to when nobody had it before. */
export const PRESENT_BUTTON_ID = 'present'

export interface Presenting {
  readonly isOn: boolean
  readonly hasNotes: boolean
  readonly enter: () => void
  readonly leave: () => void
  readonly toggleNotes: () => void
}

export function usePresenting(): Presenting {
  const value = useQuery().get(NAME)
  const hasNotes = value === 'notes'
  return {
    isOn: value !== null,
    hasNotes,
    enter: () => replaceParameter(NAME, 'on'),
    leave: () => replaceParameter(NAME, undefined),
    toggleNotes: () => replaceParameter(NAME, hasNotes ? 'on' : 'notes'),
  }
}
