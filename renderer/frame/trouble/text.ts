/** What the frame says when the program is not there, or not as it should be. */
export const TEXT = {
  starting: {
    title: 'Starting',
    label: 'Connecting to the program',
    heading: 'Valet Key is starting',
    text: 'It takes a moment the first time.',
  },

  unreachable: {
    title: 'No connection',
    heading: 'The program does not answer',
    text: 'Valet Key has ended, or is not reachable from this page. Start it again, and this page goes on by itself.',
    command: 'Start it',
    retry: 'Try now',
  },

  banner: {
    lost: 'Connection lost.',
    trying: 'Trying again. What you see is from before.',
    retry: 'Try now',
    back: 'Connected again.',
  },

  refused: {
    title: 'Access',
    heading: 'This page needs the address that the program printed',
    text: 'The address carries a token that lets this browser in. It is missing here, or the program has been started again since and has made a new one.',
    how: 'In the terminal where Valet Key runs, look for the line with the screens’ address and open it. Or start it again:',
    command: 'Start it',
    label: 'Address or token',
    hint: 'Looks like http://localhost:4401/#token=…',
    submit: 'Continue',
    empty: 'Paste the address that the program printed, or the token at its end.',
    unreadable: 'This is neither an address with a token nor a token.',
    wrong: 'The program does not accept this token. It may be from an earlier start.',
  },

  failed: {
    title: 'Not started',
    port: {
      taken: (port: number) => `Port ${port} is taken`,
      unusable: (port: number) => `Port ${port} cannot be used`,
      why: {
        issuer: 'Applications find the issuer by its port, so it is not changed without asking.',
        screens: 'The management API is offered there, and without it the issuer is not started.',
      },
      free: (port: number) => `Start on port ${port}`,
      again: (port: number) => `Try ${port} again`,
      note: 'Another port holds for this start. Settings keep the one that is tried first.',
    },
    data: {
      heading: 'The data cannot be opened',
      again: 'Try again',
      setAside: 'Set it aside and begin anew',
      setAsideAsk: 'Begin with fresh data?',
      setAsideText:
        'The data file is kept under another name in the same folder, and Valet Key begins as on its first start.',
      setAsideConfirm: 'Begin anew',
      show: 'Show the folder',
    },
    other: { heading: 'Valet Key could not be started', again: 'Try again' },
  },
} as const
