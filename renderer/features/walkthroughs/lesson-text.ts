/** The words of exported walkthroughs that are opened again. */
export const TEXT = {
  title: 'Exported lesson',
  open: 'Open a lesson',
  openAnother: 'Open another',
  file: 'Exported lesson',
  drop: 'Drop an exported lesson to open it',
  unreadable: (why: string) => `The file could not be read. ${why}`,

  none: {
    title: 'No lesson is open',
    text: 'Open a page or a .valetkey-lesson file that was exported from a walkthrough, or drop one here.',
    walkthroughs: 'See all walkthroughs',
  },
  reading: (name: string) => `Reading ${name}`,
  failed: (name: string) => `${name} could not be opened`,

  recording: 'Recording',
  masked: 'masked',
  unmasked: 'with secrets',
  made: (when: string) => `walked ${when}`,
  notice: 'This is a recording',
  noticeText: (name: string) =>
    `It is shown from ${name} as it happened then. Nothing is sent, and nothing here changes it.`,
  maskedText: 'Passwords, codes, tokens, cookies and keys were masked when it was exported: “…” stands in their place.',
  openText: 'Its secrets were not masked: codes and tokens that are still good can be used by whoever has the file.',
  dismiss: 'Understood',

  walkHere: 'Walk it here',
  noFlow: 'This version of Valet Key does not have this walkthrough.',
  noClient: (client: string) => `${client} is not registered here, so the setup begins with another application.`,

  foot: {
    label: 'Recording',
    back: 'Back',
    next: 'Next step',
    progress: 'Steps that were looked at',
    position: (step: number, count: number) => `Step ${step} of ${count}`,
  },
} as const
