import { TEXT } from './text.ts'

export interface PortsDraft {
  readonly issuer: number | undefined
  readonly screens: number | undefined
}

export type PortProblems = { readonly [Name in keyof PortsDraft]?: string }

const HIGHEST_PORT = 65_535

/** What is wrong, by the field that it is wrong in. */
export function checkPorts({ issuer, screens }: PortsDraft): PortProblems {
  const { range, same } = TEXT.issuer
  const areSame = issuer === screens && issuer !== 0
  return {
    ...(!isPort(issuer) && { issuer: range }),
    ...(isPort(screens) ? areSame && { screens: same } : { screens: range }),
  }
}

function isPort(value: number | undefined): boolean {
  return value !== undefined && Number.isInteger(value) && value >= 0 && value <= HIGHEST_PORT
}
