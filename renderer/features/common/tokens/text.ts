export const TEXT = {
  open: 'Open in Tokens',
  issued: 'Issued',
  expires: 'Expires',
  ago: (span: string) => `${span} ago`,
  in: (span: string) => `in ${span}`,
  now: { before: '← now', within: 'now', after: 'now →' },
  times: (times: string) => `Times: ${times}`,
} as const
