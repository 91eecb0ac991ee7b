import type { Change, Comparison } from '#shared/tokens/compare-tokens.ts'

const CHANGES: Readonly<Record<Change, string>> = {
  same: 'same',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  time: 'another time',
}

const PARTS: Readonly<Record<Comparison['part'], string>> = {
  header: 'Header',
  payload: 'Payload',
  around: 'Around the tokens',
  text: 'As text',
}

export const TEXT = {
  one: 'One token',
  other: 'The other',
  hint: 'or a whole response',
  clear: 'Clear',
  swap: 'Swap',
  placeholder: 'eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJ…',
  differences: 'Differences',
  changes: CHANGES,
  parts: PARTS,
  member: 'Member',
  change: 'Change',
  absent: 'not there',
  equal: 'They say the same.',
  counted: (changed: number, times: number) =>
    [
      `${changed} ${changed === 1 ? 'difference' : 'differences'}`,
      ...(times > 0 ? [`${times} in times only`] : []),
    ].join(', '),
  onlyChanges: 'Only what differs',
  nothing: {
    title: 'Two tokens side by side',
    text: 'Paste one on each side: what was added, removed or changed is marked, and what differs in its times only is told apart.',
  },
} as const
