export const TEXT = {
  saved: (label: string) => `${label} saved.`,
  removed: (label: string) => `${label} deleted.`,
  unsaved: 'Unsaved changes',
  save: 'Save',
  discard: 'Discard',
  failed: 'It was not saved.',
  clash: {
    title: 'Changed by somebody else meanwhile',
    text: 'What you changed was changed elsewhere too, in another window or by the management API. Choose which to keep; nothing has been lost yet.',
    member: 'Member',
    mine: 'Yours',
    theirs: 'Theirs',
    none: 'none',
    keepMine: 'Keep mine',
    takeTheirs: 'Take theirs',
  },
} as const
