/** What the views of the tokens have in common. */
export const TEXT = {
  title: 'Tokens',
  views: {
    label: 'What to do with tokens',
    read: 'Read',
    issued: 'Issued',
    compare: 'Compare',
    preview: 'What would Alice get?',
    forge: 'Forge',
  },
  loading: 'Loading the view',
  gone: {
    title: (view: string) => `There is no view “${view}”`,
    text: 'The address may have been typed by hand, or come from another version.',
    action: 'Read a token',
  },
} as const
