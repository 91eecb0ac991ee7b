export const TEXT = {
  saved: (label: string) => `${label} saved.`,
  removed: (label: string) => `${label} deleted.`,
  unsaved: 'Unsaved changes',
  save: 'Save',
  discard: 'Discard',
  failed: 'It was not saved.',
  noJson: (why: string) => `This is not JSON, so it is not taken over: ${why}`,
  list: {
    add: 'Add',
    item: (name: string, number: number) => `${name} ${number}`,
    remove: (value: string) => `Remove ${value}`,
  },
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
