import { formatOffset } from '../../common/format-offset.ts'

export const TEXT = {
  title: 'Clock',
  loading: 'Loading the clock',
  failed: 'The clock could not be read',
  issuers: 'Issuer’s time',
  isTrue: 'True time.',
  truth: 'True time',
  truthHint: 'What recorded traffic and the history tell.',
  text: 'Move it to see tokens, codes and sign-ins expire without waiting. The issuer, the demo APIs and the demo applications go by it. Your own application does not: it may find a fresh token to be from the future, and what it signs itself to have expired. Nothing is dropped for it, so that moving back brings everything back.',
  jump: 'Move the clock',
  jumps: [
    { label: '1 day back', seconds: -86_400 },
    { label: '1 hour back', seconds: -3600 },
    { label: '5 minutes on', seconds: 300 },
    { label: '1 hour on', seconds: 3600 },
    { label: '1 day on', seconds: 86_400 },
    { label: '30 days on', seconds: 2_592_000 },
  ],
  back: 'Back to now',
  by: 'Move it by',
  byHint: 'Below zero: back.',
  unit: 'Unit of time',
  units: { '1': 'seconds', '60': 'minutes', '3600': 'hours', '86400': 'days' },
  go: 'Move',
  number: 'Enter a whole number.',
  limit: 'It goes no further than ten years from true time, either way.',
  moved: (offset: number) =>
    offset === 0 ? 'The issuer’s clock tells true time.' : `The issuer’s clock is ${formatOffset(offset)}.`,
} as const
