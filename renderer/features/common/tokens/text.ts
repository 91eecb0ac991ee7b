export const TEXT = {
  issued: 'Issued',
  expires: 'Expires',
  ago: (span: string) => `${span} ago`,
  in: (span: string) => `in ${span}`,
} as const
