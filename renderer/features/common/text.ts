export const TEXT = {
  disconnected: {
    title: 'No connection to the program',
    text: 'What belongs here comes from Valet Key itself, and it does not answer. It comes back by itself as soon as the program runs again.',
    action: 'Try now',
  },
  stale: 'This could not be brought up to date, so it may be old.',
  again: 'Try again',
  /** In place of a status. */
  aborted: 'cut off',
  filter: { none: 'Nothing fits', noneText: 'Nothing here has all of the words in the filter.', clear: 'Show all' },
  more: 'More',
  moreAbout: (name: string) => `about ${name}`,
  difference: {
    none: 'Nothing in it changes.',
    member: 'Member',
    change: 'Change',
    goes: 'goes: ',
    comes: 'comes: ',
  },
  secret: { show: 'Show', hide: 'Hide', hidden: 'Not shown' },
  walk: { failedToStart: (why: string) => `The walkthrough was not started. ${why}` },
} as const
