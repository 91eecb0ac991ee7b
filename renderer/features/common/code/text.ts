export const TEXT = {
  files: 'Files',
  copyAll: 'Copy all',
  copyAllLabel: 'Copy all files as one paste for a shell',
  hint: 'Copy all makes one paste for a shell, which writes each file where it belongs.',
  install: 'Install',
  run: 'Run',
  open: 'Then open',
  secret: {
    hidden: 'The secret is not in the code yet.',
    shown: 'The secret is in the code. Keep that file out of the repository.',
    show: 'Put it in',
    hide: 'Take it out',
    failed: 'It could not be fetched:',
  },
} as const
