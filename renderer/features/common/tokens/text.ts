export const TEXT = {
  open: 'Open in Tokens',
  issued: 'Issued',
  expires: 'Expires',
  ago: (span: string) => `${span} ago`,
  in: (span: string) => `in ${span}`,
} as const
