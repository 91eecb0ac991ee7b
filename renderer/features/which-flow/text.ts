export const TEXT = {
  title: 'Which flow?',
  tags: 'A few questions about what you are building, and one answer with its reason.',
  again: 'Begin again',
  questions: 'Questions',
  answer: 'Answer',
  waiting: {
    title: 'The answer will stand here',
    text: 'There are at most four questions. Each answer is kept in the address, so that it can be shared, and taken back.',
  },
  announced: (title: string) => `The answer is ${title}.`,
  walkthrough: 'Walkthrough',
  standards: 'What OAuth 2.1 and RFC 9700 say',
  others: 'Why not the others',
  start: 'Start the walkthrough',
  setup: 'Set it up first',
  with: (application: string, api: string | undefined) =>
    api === undefined
      ? `It is walked with ${application}, and ends with who signed in.`
      : `It is walked with ${application} and ${api}.`,
} as const
