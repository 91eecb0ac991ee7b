/** The words of the browser pane. "Browser" is what people call a user agent. */
export const TEXT = {
  title: 'Browser',
  loading: 'Loading the browser',
  about: 'A browser of its own to play the user with.',
  framed: 'Shows the issuer’s pages. Its cookies are those of the browser you are using.',

  bar: {
    label: 'Browser',
    address: 'Address',
    placeholder: 'An address, or a path of the issuer such as /device',
    back: 'Back',
    forward: 'Forward',
    reload: 'Load again',
    again: 'Open this address again',
    outside: 'Open outside',
    clearCookies: 'Clear cookies',
    newPrivateSession: 'New private session',
    devTools: 'Developer tools',
    open: 'Open',
    isPrivate: 'Private',
    loading: 'Loading',
  },

  unreadable:
    'This is no address of a web page. It begins with http:// or https://, or with / for a path of the issuer.',

  cleared: 'All cookies and stored data of the browser are deleted: everybody is signed out in it.',
  fresh: 'A private session has begun, with nothing in it and nothing kept.',
  failed: (why: string) => `That did not work. ${why}`,

  start: {
    title: 'Play the user',
    text: 'Sign in as Alice and see what an application gets to see. Passwords stand on the sign-in page.',
    signIn: (name: string) => `Sign in to ${name}`,
    signInHint: 'The answer is shown, and redeemed by nobody',
    device: 'Enter a device code',
    deviceHint: 'The second screen of the device grant',
    approvals: 'Answer a request',
    approvalsHint: 'What comes in by backchannel authentication',
    discovery: 'Discovery document',
    discoveryHint: 'What the issuer says of itself',
    signOut: 'Sign out',
    signOutHint: 'Ends the session at the issuer',
  },

  frame: {
    title: 'The issuer’s pages',
    limits: {
      title: 'What a frame cannot do',
      text: 'Where it has gone since an address was opened can only be seen once it is back on the playground’s own page. Its cookies are the browser’s own: whoever signs in here is signed in in every tab, and cookies can only be cleared in the browser’s settings. For a second user, open the address in a private window. The desktop app has a browser of its own.',
    },
    blocked: (origin: string) => `The issuer sent the browser on to ${origin}`,
    blockedText:
      'A frame here shows nothing but the issuer and the playground’s own pages. Opened outside, it goes all the way.',
    begin: 'Begin anew',
    otherSite: (here: string, there: string) =>
      `These screens were opened at ${here}, and the issuer is at ${there}. For a browser these are two sites, and it gives no cookies to a frame of another site, so signing in will fail here.`,
    otherSiteAction: (host: string) => `Open the screens at ${host} instead, or the page outside.`,
  },
} as const
