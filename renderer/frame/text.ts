/** Every word of the frame. What belongs to one screen stands in that screen's own folder. */

export const TEXT = {
  product: 'Valet Key',
  skip: 'Skip to the screen',
  close: 'Close',

  clock: {
    label: 'Clock of the issuer',
    moved: (offset: string) => `The issuer’s clock is ${offset}.`,
    text: 'Tokens are made and expire by it.',
    change: 'Move it',
    back: 'Back to now',
  },

  navigation: {
    unsaved: 'with unsaved changes',
    label: 'Places',
    open: 'Open the navigation',
    collapse: 'Collapse the navigation',
    expand: 'Expand the navigation',
    newErrors: (count: number) =>
      `${count.toLocaleString('en')} new ${count === 1 ? 'error' : 'errors'} of followed applications`,
    count: { exchanges: 'recorded', clients: 'registered', apis: 'defined', users: 'can sign in' },
  },

  issuer: {
    running: 'The issuer is running',
    away: 'No connection to the program',
    copy: 'Copy the issuer’s address',
  },

  scenarios: {
    trigger: 'Scenarios',
    heading: 'Load a scenario',
    empty: 'No scenarios',
    ask: (title: string) => `Load ${title}?`,
    putsBack: 'This puts back to how they ship:',
    bringsBack: 'This brings back as it was saved:',
    lost: 'What was changed in them is lost. Everything else stays.',
    allLost: 'What was changed in them is lost, and everything else goes.',
    more: (count: number) => ` and ${count.toLocaleString('en')} more`,
    applications: 'Applications',
    apis: 'APIs',
    users: 'Users',
    confirm: 'Load it',
  },

  theme: {
    trigger: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },

  clearTraffic: {
    done: (count: number) =>
      count === 1 ? 'One exchange deleted.' : `${count.toLocaleString('en')} exchanges deleted.`,
    tooLate: 'They can be had back for a minute, and that is over.',
    failed: (why: string) => `The traffic was not cleared. ${why}`,
  },

  callback: {
    title: 'An answer has arrived',
    text: (address: string) =>
      `The browser was sent to ${address}, which the system handed to this app. A native application would read this and redeem the code; here nobody does.`,
    nothing: 'It carries no parameters.',
  },

  notification: {
    title: (client: string) => `${client} got an error`,
    text: (code: string, endpoint: string) => `${code} at ${endpoint.replaceAll('_', ' ')}`,
  },

  copied: {
    issuer: 'Issuer address copied.',
    discovery: 'Discovery address copied.',
    refused: 'The browser did not allow copying.',
    notRunning: 'The issuer is not running yet, so it has no address.',
  },

  lastChange: {
    none: 'This window has changed nothing so far.',
    done: (call: string) => `${call} copied as curl, without secrets.`,
  },

  commands: {
    palette: 'Search and commands',
    shortcuts: 'Keyboard shortcuts',
    navigation: 'Collapse or expand the navigation',
    present: 'Present the walkthrough that is shown',
    copyIssuer: 'Copy the issuer’s address',
    copyDiscovery: 'Copy the discovery address',
    otherIssuers: 'Other issuers',
    clearTraffic: 'Clear the recorded traffic',
    themeSystem: 'Theme: as the system',
    themeLight: 'Theme: light',
    themeDark: 'Theme: dark',
    tour: 'Take the tour',
    reload: 'Reload the screens',
    about: 'About Valet Key',
    back: 'Back',
    forward: 'Forward',
    copyLastChange: 'Copy the last change as curl',
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
    concepts: 'Concepts',
    actions: 'Actions',
    applications: 'Applications',
    apis: 'APIs',
    users: 'Users',
    scenarios: 'Scenarios',
    keys: 'Keys',
    grants: 'Grants',
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
    traffic: 'In Traffic',
    trafficKeys: {
      filter: 'To the filter',
      list: 'To the list',
      follow: 'Follow the newest, or stop',
    },
    inList: [
      { label: 'Down, up', keys: ['j', 'k'] },
      { label: 'Open the exchange, or fold the sign-in', keys: ['Enter'] },
      { label: 'Select it; with Shift, all on the way', keys: ['Space'] },
      { label: 'Let go of what is selected', keys: ['Escape'] },
    ],
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
