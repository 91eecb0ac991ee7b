/** What has to be known of an application before one can say how it gets its tokens. */

export const QUESTION_IDS = ['person', 'building', 'backend', 'elsewhere', 'origin', 'need'] as const
export type QuestionId = (typeof QUESTION_IDS)[number]

/** By question, the id of the option that was picked. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>

export interface Option {
  readonly id: string
  readonly label: string
  /** For whoever does not know by the label alone. */
  readonly hint: string
}

export interface Question {
  readonly id: QuestionId
  readonly title: string
  readonly options: readonly Option[]
  /** Asked only after any of these answers; left out: always. */
  readonly after?: readonly Answers[] | undefined
}

/** In the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'person',
    title: 'Is a person involved?',
    options: [
      { id: 'yes', label: 'Yes', hint: 'Somebody signs in, or the data that is wanted is somebody’s.' },
      { id: 'no', label: 'No', hint: 'The application acts for itself: a nightly job, a service that calls another.' },
    ],
  },
  {
    id: 'building',
    title: 'What are you building?',
    after: [{ person: 'yes' }],
    options: [
      { id: 'web', label: 'Web app on a server', hint: 'Its pages are made on a server, which can keep a secret.' },
      {
        id: 'spa',
        label: 'Single-page app',
        hint: 'JavaScript in a browser does the work; anybody can read its code.',
      },
      { id: 'native', label: 'Native app', hint: 'On a phone or a desktop, installed by its user.' },
      { id: 'cli', label: 'Command-line tool', hint: 'In a terminal, on this machine or on a remote one.' },
      { id: 'device', label: 'Device without a keyboard', hint: 'A television, a printer, a sensor.' },
      { id: 'service', label: 'Service behind another', hint: 'It has no pages; other services call it.' },
      { id: 'agent', label: 'Agent', hint: 'An assistant that is told an address and has to find its own way in.' },
    ],
  },
  {
    id: 'backend',
    title: 'Does it have a backend on its own domain?',
    after: [{ building: 'spa' }],
    options: [
      { id: 'yes', label: 'Yes', hint: 'A server of your own that the page talks to, however small.' },
      { id: 'no', label: 'No', hint: 'Only files; the page calls APIs of others by itself.' },
    ],
  },
  {
    id: 'elsewhere',
    title: 'Where does the person approve?',
    after: [{ building: 'web' }, { building: 'cli' }],
    options: [
      { id: 'here', label: 'In a browser right here', hint: 'The same machine that the application is used on.' },
      {
        id: 'elsewhere',
        label: 'On another device',
        hint: 'They are on the phone with you, or this machine has no browser.',
      },
    ],
  },
  {
    id: 'origin',
    title: 'How does the service come by the person?',
    after: [{ building: 'service' }],
    options: [
      { id: 'token', label: 'It is called with their token', hint: 'And has to call the next service in their name.' },
      { id: 'asks', label: 'It asks them itself', hint: 'It knows who they are, and they approve on their phone.' },
      {
        id: 'vouched',
        label: 'A trusted system vouches for them',
        hint: 'With a signed statement, and nobody there to ask.',
      },
    ],
  },
  {
    id: 'need',
    title: 'What does it need?',
    after: [
      { building: 'web' },
      { building: 'spa' },
      { building: 'native' },
      { building: 'cli' },
      { building: 'device' },
    ],
    options: [
      { id: 'login', label: 'To know who the user is', hint: 'Sign-in, and perhaps a name and an e-mail address.' },
      { id: 'api', label: 'To call an API', hint: 'In the user’s name. Who that is does not matter to it.' },
      { id: 'both', label: 'Both', hint: 'Sign the user in, then call an API for them.' },
    ],
  },
]

export function fits(answers: Answers, condition: Answers): boolean {
  return QUESTION_IDS.every((id) => condition[id] === undefined || condition[id] === answers[id])
}
