/** Every word of the frame. What belongs to one screen stands in that screen's own folder. */

export const TEXT = {
  product: 'Valet Key',
  skip: 'Skip to the screen',
  close: 'Close',

  navigation: {
    label: 'Places',
    open: 'Open the navigation',
    collapse: 'Collapse the navigation',
    expand: 'Expand the navigation',
    count: { exchanges: 'recorded', clients: 'registered', apis: 'defined', users: 'can sign in' },
  },

  issuer: {
    running: 'The issuer is running',
    away: 'No connection to the program',
    copy: 'Copy the issuer’s address',
  },

  scenarios: {
    trigger: 'Scenarios',
    heading: 'Put back to how it ships',
    empty: 'No scenarios',
    ask: (title: string) => `Load ${title}?`,
    putsBack: 'This puts back to how they ship:',
    lost: 'What was changed in them is lost. Everything else stays.',
    applications: 'Applications',
    apis: 'APIs',
    users: 'Users',
    confirm: 'Load it',
    done: (title: string) => `${title} is back to how it ships.`,
    failed: (title: string, why: string) => `${title} was not loaded. ${why}`,
  },

  theme: {
    trigger: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },

  clearTraffic: {
    ask: 'Clear the recorded traffic?',
    text: 'Every recorded exchange is deleted. Sign-ins and tokens stay as they are. This cannot be undone.',
    confirm: 'Clear traffic',
    done: (count: number) => (count === 1 ? 'One exchange deleted.' : `${count} exchanges deleted.`),
    failed: (why: string) => `The traffic was not cleared. ${why}`,
  },

  callback: {
    title: 'An answer has arrived',
    text: (address: string) =>
      `The browser was sent to ${address}, which the system handed to this app. A native application would read this and redeem the code; here nobody does.`,
    nothing: 'It carries no parameters.',
  },

  copied: {
    issuer: 'Issuer address copied.',
    discovery: 'Discovery address copied.',
    refused: 'The browser did not allow copying.',
    notRunning: 'The issuer is not running yet, so it has no address.',
  },

  commands: {
    palette: 'Search and commands',
    shortcuts: 'Keyboard shortcuts',
    navigation: 'Collapse or expand the navigation',
    present: 'Present the walkthrough that is shown',
    copyIssuer: 'Copy the issuer’s address',
    copyDiscovery: 'Copy the discovery address',
    clearTraffic: 'Clear the recorded traffic',
    themeSystem: 'Theme: as the system',
    themeLight: 'Theme: light',
    themeDark: 'Theme: dark',
    tour: 'Take the tour',
    reload: 'Reload the screens',
    about: 'About Valet Key',
    back: 'Back',
    forward: 'Forward',
    loadScenario: (title: string) => `Load scenario ${title}`,
  },

  palette: {
    trigger: 'Search screens, parameters',
    short: 'Search',
    label: 'Search and commands',
    placeholder: 'Where to, or what to do?',
    recent: 'Recent',
    screens: 'Screens',
    walkthroughs: 'Walkthroughs',
    actions: 'Actions',
    applications: 'Applications',
    apis: 'APIs',
    users: 'Users',
    reference: 'Parameters and errors',
    settings: 'Settings',
    more: (count: number) => `${count} more: keep typing`,
    nothing: (query: string) => `Nothing is called “${query}”.`,
    nothingHint: 'Try the name of a screen, an application, a user, or a parameter such as redirect_uri.',
    results: (count: number) => (count === 1 ? '1 result' : `${count} results`),
    move: 'to move',
    choose: 'to choose',
    leave: 'to close',
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    description: 'They rest while you type in a field. Those with two keys are pressed one after the other.',
    places: 'Go to',
    everywhere: 'Everywhere',
    toasts: 'Go to the messages at the corner',
    thenKey: 'then',
    or: 'or',
    plain: 'Shortcuts without Ctrl or Command',
    plainHint: 'Switch them off if you dictate, or press such keys by accident.',
  },

  toasts: {
    provider: 'Message',
    /** {hotkey} is filled in by the list itself. */
    label: 'Messages ({hotkey})',
    undo: 'Undo',
    undoFailed: (why: string) => `It could not be undone. ${why}`,
  },

  notFound: {
    title: 'Not found',
    heading: 'Nothing has this address',
    text: (path: string) => `There is no screen at ${path}.`,
    home: 'Go to the overview',
    search: 'Search',
  },

  boundary: {
    title: 'Trouble',
    heading: 'This screen has stopped',
    text: 'Something in it failed, and it is our mistake. The issuer and everything recorded are not affected.',
    again: 'Try again',
    home: 'Go to the overview',
    details: 'What failed',
    unloaded: 'This screen could not be loaded',
    unloadedText:
      'The program may have been upgraded since this page was opened, or it is not running. Reloading brings the page up to date.',
    reload: 'Reload',
  },

  loadingScreen: (title: string) => `Loading ${title}`,
} as const
