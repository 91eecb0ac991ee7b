import type { Flow } from '#shared/flows/flow.ts'
import type { RunState } from '#shared/model/flow-run.ts'

const GROUPS: Readonly<Record<Flow['group'], { readonly title: string; readonly text: string }>> = {
  person: { title: 'With a person', text: 'Somebody signs in, and allows an application something.' },
  machine: { title: 'Between machines', text: 'No user takes part: an application acts for itself.' },
  device: { title: 'On another device', text: 'The user answers elsewhere than where it began.' },
  extension: { title: 'Extensions', text: 'One token or assertion becomes another.' },
  around: { title: 'Around the grants', text: 'Sessions, logout, registration.' },
}

const STATES: Readonly<Record<RunState, string>> = {
  ready: 'under way',
  busy: 'at work',
  waiting: 'waiting for the user',
  done: 'done',
  stopped: 'stopped',
  cancelled: 'cancelled',
}

/** The words of the walkthroughs. What belongs to a grant stands with the grant, in shared/flows. */
export const TEXT = {
  title: 'Walkthroughs',
  tags: 'Every grant, one real message at a time.',
  all: 'All walkthroughs',

  issuer: {
    label: 'Issuer',
    own: 'This one',
    ownAt: (host: string) => `This one (${host})`,
    manage: 'Other issuers',
    noClient: (name: string) => `No client of yours at ${name} yet`,
    noClientText: 'Enter one that is registered there, with the redirect address of the playground.',
    addClient: 'Add a client there',
    missingSecret: (client: string) =>
      `The secret of ${client} is not here any more: without a keychain it is kept until the program ends. Type it in again.`,
    missingKey: (client: string) =>
      `The private key of ${client} is not here any more: without a keychain it is kept until the program ends. Type it in again.`,
    user: 'User',
    userHint: 'What the diagram calls whoever signs in there, and whom CIBA asks for.',
    more: 'Other scopes',
    moreHint: 'With one space between them.',
    ofIssuer: (name: string) => `Of ${name}`,
    gone: 'This issuer is not there any more',
    goneText: 'It was removed, or the program was started with other data.',
  },

  groups: GROUPS,
  states: STATES,

  underWay: {
    title: 'Go on with',
    earlier: 'Earlier runs of this walkthrough',
    step: (step: number, count: number) => `Step ${step} of ${count}`,
    remove: (title: string) => `Delete the run of ${title}`,
    notRemoved: (why: string) => `The run was not deleted. ${why}`,
    more: (count: number) => `${count} more`,
  },

  unknownFlow: {
    title: 'There is no such walkthrough',
    text: 'The address names one that Valet Key does not have.',
    action: 'See all walkthroughs',
  },

  setup: {
    loading: 'Loading applications, APIs and users',
    failed: 'The applications could not be read',
    why: 'When to use it',
    who: 'Who takes part',
    application: 'Application',
    api: 'API',
    noApi: 'None: end with the tokens',
    user: 'User',
    userHint: 'Whom the playground signs in where it answers for somebody.',
    variant: 'Kind',
    scopes: 'Scopes',
    scopesHint: 'What the application asks for. Leave some out to see the API refuse.',
    loginScopes: 'About the user',
    noScopes: 'This application may ask for none.',
    notAllowed: (application: string) => `${application} is not registered for it.`,
    loginOnly: 'Needs login: switch OpenID Connect on.',
    noneOfIt: (application: string, api: string) => `${application} may ask for no scope of ${api}.`,
    layers: 'Layers',
    layersHint: 'What can be put on top. Each changes the messages; the diagram shows how.',
    builtIn: (names: string) => `${names} is part of it in any case.`,
    cannot: (count: number, what: 'application' | 'API' | 'scope') =>
      `${count} ${what}${count === 1 ? '' : 's'} cannot be picked here`,
    preview: 'What will travel',
    messages: (count: number) => `${count} ${count === 1 ? 'message' : 'messages'}`,
    difference: {
      title: 'What the layers change',
      none: 'No layer is on. Switch one on, and the difference it makes is shown here.',
      readOtherwise: 'what comes back is checked further',
      what: { added: 'added', removed: 'taken out', changed: 'changed' },
    },
    start: 'Start',
    blocked: 'This cannot be started as it is:',
    noApplication: 'No application can walk this',
    noApplicationText: 'Register one for it, or load a scenario that has one.',
    applications: 'See the applications',
  },
} as const
