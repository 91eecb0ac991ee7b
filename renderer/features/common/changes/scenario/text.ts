export const TEXT = {
  mode: {
    label: 'What is not in it',
    keep: 'Stays',
    alone: 'Goes',
  },
  comparing: 'Comparing with what is there now',
  failed: 'It could not be compared',
  isBack: (title: string) => `${title} is back to how it ships.`,
  isLoaded: (title: string) => `${title} is loaded.`,
  isLike: (title: string) => `Everything is as ${title} has it already.`,
  notLoaded: (title: string, why: string) => `${title} was not loaded. ${why}`,
} as const
