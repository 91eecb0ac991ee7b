/** The words around a walk. What a step means stands with the step, in shared/flows. */
export const TEXT = {
  loading: 'Loading the walkthrough',
  failed: 'The walkthrough could not be read',
  gone: {
    title: 'This run is not there',
    text: 'It was deleted, or the program was started with other data.',
    action: 'Begin a new one',
  },
  otherVersion: {
    title: 'This run is of another version',
    text: 'Its steps are not those that this walkthrough has now, so it cannot be shown.',
    action: 'Begin a new one',
  },

  head: {
    at: (issuer: string) => `at ${issuer}`,
    present: 'Present',
    export: 'Export',
    html: 'Lesson (HTML)…',
    htmlHint: 'To step through anywhere, offline',
    markdown: 'Markdown…',
    har: 'HAR…',
    svg: 'Diagram as SVG',
    png: 'Diagram as PNG',
    mermaid: 'Diagram as Mermaid text',
    mermaidHint: 'Copied, for Markdown',
    copied: 'The diagram is in the clipboard, as Mermaid text.',
    notCopied: 'The browser did not allow copying.',
    print: 'Print the diagram and the steps',
    notDrawn: (why: string) => `The picture was not made. ${why}`,
    restart: 'Restart',
    setup: 'Change the setup',
  },

  export: {
    title: 'Export this walkthrough',
    format: 'As',
    formats: {
      html: {
        title: 'Lesson, as a web page',
        text: 'One file that opens in any browser, without a network, and is stepped through. Valet Key can open it again.',
      },
      markdown: { title: 'Markdown', text: 'For a wiki or a ticket, with the diagram as Mermaid text.' },
      har: { title: 'HAR', text: 'The recorded requests and answers alone, for developer tools.' },
      lesson: { title: 'Lesson file', text: 'The same as the page without the page: only Valet Key opens it.' },
    },
    mask: 'Mask secrets',
    maskHint: 'Passwords, codes, tokens, cookies and keys are taken out. What a token says stays readable.',
    open: 'Secrets will be in it',
    openText: 'Whoever gets the file can use the codes and tokens in it that are still good.',
    inside: 'What will be in it',
    steps: (taken: number, all: number) =>
      taken === all
        ? `All ${all} steps, with their explanations`
        : `${taken} of ${all} steps were taken; the others are there as what was to come`,
    collecting: 'Collecting what was recorded',
    exchanges: (count: number) =>
      count === 1 ? 'One recorded request with its answer' : `${count} recorded requests with their answers`,
    tokens: (count: number, isMasked: boolean) =>
      `${count === 1 ? 'One token' : `${count} tokens`}, ${isMasked ? 'taken apart, without what makes them valid' : 'whole'}`,
    file: 'Saved as',
    cancel: 'Cancel',
    action: 'Export',
    failed: 'What was recorded could not be read',
    saved: (name: string) => `Exported as ${name}.`,
    notSaved: (why: string) => `The walkthrough was not exported. ${why}`,
  },

  steps: {
    title: 'Steps',
    count: (step: number, count: number) => `${step} of ${count}`,
    locally: (name: string) => `${name}, locally`,
    done: 'done',
    current: 'current',
    failed: 'failed',
    skipped: 'left out',
    coming: 'to come',
  },

  diagram: {
    title: 'What travels',
    legend: 'solid: done · dashed: still to come',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    zoomFit: (zoom: number) => `Back from ${Math.round(zoom * 100)}% to how it was`,
  },

  panes: {
    label: 'Parts of the walkthrough',
    steps: 'Steps',
    diagram: 'Diagram',
    browser: 'Browser',
    step: 'This step',
  },

  pane: {
    title: 'Browser',
    again: 'Open this address again',
    outside: 'Open outside',
    address: 'Address that the walkthrough has opened',
    begin: 'Open it again',
    idle: 'The browser has nothing to do yet',
    idleAt: (step: number, title: string) => `Its turn comes with step ${step}: ${title.toLowerCase()}.`,
    never: 'This walkthrough has no browser',
    neverText: 'The application talks to the issuer by itself, and nobody signs in.',
    answered: (user: string) => `Answered for ${user}`,
    answeredText:
      'The playground has gone through the same pages, with a browser of its own. Traffic has each of them.',
    over: 'The browser has done its part',
    overText: 'It has gone back to the application, which goes on without it.',
    failed: 'The issuer has sent nobody back',
    failedText: 'It showed an error instead of a page to sign in. The step says why.',
    loading: 'The browser is loading',
    away: (issuer: string) => `Sign in at ${issuer}`,
    awayText:
      'Its pages are its own: nobody can be signed in for from here. They open in a tab of their own, and the walk goes on when the browser comes back.',
    awayNoReturn:
      'Its pages are its own: nobody can be signed in for from here. They open in a tab of their own. When you are done there, go on here.',
    open: (issuer: string) => `Open ${issuer}`,
    pasted: 'Or paste the address that the browser came to',
    pastedHint:
      'Whole, with what follows ? or #. An answer after # stays in the browser, so it has to be brought here.',
    paste: 'Take it',
  },

  details: {
    label: 'Parts of this step',
    tabs: { explain: 'Explain', request: 'Request', response: 'Response', tokens: 'Tokens', code: 'Code' },
  },

  explain: {
    what: 'What happens',
    wrong: 'What could go wrong',
    specs: 'Where it is written',
    about: 'About this grant',
    layers: 'On top of it',
    learned: 'What is known now',
    learnedNone: 'Nothing that was not known before.',
  },

  keptSecret: (stand: string) =>
    `${stand} stands for the client’s secret, which is put in at the moment of sending. It is in no run, no record and no copy.`,

  secret: 'A real client would keep this to itself',

  request: {
    localTitle: 'Nothing is sent',
    local: (name: string) => `${name} does this by itself. What comes of it stands under Response.`,
    personTitle: 'A person does this',
    person:
      'How an issuer asks for a password or for consent is no matter of the standard, so no request of it is shown here. Traffic has what was really sent.',
    comingTitle: 'It is not built yet',
    coming:
      'This request builds on what the steps before it learn. It can be looked at, and changed, when its turn comes.',
    arrivalComing: 'What the browser brings is shown when it is there.',
    parameters: 'Parameters',
    required: 'required',
    notThere: 'It was not there.',
    raw: 'As it goes over the wire',
    editedTitle: 'You changed this request',
    removedOne: (name: string) => `${name} is left out.`,
    changedOne: (name: string) => `${name} is another.`,
    addedOne: (name: string) => `${name} is added.`,
    putBack: 'Put it back',
    beginning: ' differs from what ',
    registered: (client: string) => `${client} has registered.`,
    sendAnyway: 'Send it anyway to see what a real issuer answers.',
    traffic: 'See it in Traffic',
    sendAgain: 'Send it again from here',
    sendAgainHint: 'What came after it begins anew.',
    canEdit: 'Anything here can be changed before it is sent.',
  },

  since: {
    title: (step: number, count: number) =>
      count === 0
        ? `Nothing has changed since step ${step}`
        : `What has changed since step ${step}: ${count} ${count === 1 ? 'name' : 'names'}`,
    against: (title: string) => `Against “${title}”, the message before this one.`,
    list: 'What has changed',
    same: 'As before:',
    from: (step: number, title: string) => `from step ${step}, ${title.toLowerCase()}`,
    what: { new: 'new', changed: 'changed', same: 'same', gone: 'gone' },
  },

  response: {
    comingTitle: 'Nothing has come yet',
    coming: 'Take this step, and what comes back is taken apart here.',
    waiting: 'The issuer answers when the user has answered it.',
    browser:
      'The issuer answers the browser with its pages. What it says to the application comes back with the browser, in a later step.',
    status: 'Answer',
    members: 'What it says',
    arrived: {
      query: 'It came in the address, so the application’s server reads it',
      fragment: 'It came in the fragment of the address, which no server ever sees',
      form_post: 'It came in the body of a form that posted itself',
    },
    checks: 'Checked by the application',
    passed: (passed: number, all: number) => `${passed} of ${all} passed`,
    expected: 'expected',
    found: 'found',
    outcomes: { passed: 'Passed', failed: 'Failed', skipped: 'Left out' },
    learned: 'Learnt from it',
    raw: 'As it came over the wire',
    failure: 'Nothing came back',
    again: (seconds: number) => `Not yet: ask again in ${seconds} s.`,
    skippedTitle: 'This step was left out',
    skipped: 'The issuer did not ask: a session was there, or it was answered before.',
    lesson: 'What this means',
    said: 'The issuer said',
    reason: 'Its own reason, which no client is told',
    fixes: 'How to put it right',
    empty: 'Without a body.',
    nothing: 'There was nothing to check here.',
  },

  remedies: {
    title: 'Put it right',
    changedHere: (names: readonly string[]) =>
      `The walkthrough had built this request otherwise: ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} not as it was.`,
    changedBefore: (step: number, names: readonly string[]) =>
      `It began with step ${step}, which was sent with another ${names.join(', ')}.`,
    notAskedFor: (names: readonly string[]) => `The token lacks ${names.join(', ')}: it was not asked for.`,
    notAllowed: (client: string, names: readonly string[]) =>
      `The token lacks ${names.join(', ')}, and ${client} is not registered to ask for it.`,
    upToUser: (user: string) => `Nothing is wrong with the request. It was up to ${user}.`,
    usedUp: 'Codes, states and tokens are good once and for a while. Walked anew, each of them is a fresh one.',
    putBackEarlier: (step: number) => `Put step ${step} back, and send it again`,
    askAgain: (user: string) => `Ask ${user} again`,
    addScope: (names: readonly string[]) => `Begin anew, and ask for ${names.join(', ')}`,
    openScopes: (client: string) => `Open the scopes of ${client}`,
    walkHere: 'Begin anew, and walk up to here',
  },

  print: {
    foot: (when: string) => `Valet Key · a run of ${when}`,
  },

  code: {
    kind: 'Written for',
    label: 'code',
    secrets:
      'It holds codes, tokens and passwords as they are, since it is there to be run. Outside of a playground, they belong neither into a message nor into a repository.',
    masked: 'What was masked has to be filled in before this runs.',
    noneTitle: 'This step sends nothing of its own',
    none: {
      local: 'The application does this by itself, so there is no request to write down.',
      person: 'A person does this on the pages of the issuer.',
      arrival: 'The browser brings this to the application. The request that led to it is in the step before.',
    },
    comingTitle: 'It is not built yet',
    coming: 'The code is here as soon as the request is. It builds on what the steps before it learn.',
  },

  tokens: {
    noneTitle: 'No token yet',
    none: 'Tokens are taken apart here as soon as a step brings one.',
    from: (step: string) => `From: ${step}`,
    header: 'Header',
    claims: 'Claims',
    opaque:
      'Not a JWT: a name for something that the issuer keeps. It means nothing to anybody else, and there is nothing in it to read.',
    valid: 'Signature valid',
    invalid: 'Signature not valid',
    unchecked: 'Signature not checked by the application',
    forApi: 'This token is for the API. The application has no business looking into it; you may.',
    hashes: {
      title: (claim: string) => `${claim}, worked out here`,
      text: (of: string) => `The ${of} that came with it`,
      digest: (name: string) => `Its ${name}, of which the left half counts`,
      encoded: 'That half as base64url',
      said: (claim: string) => `${claim} in the ID token`,
      same: (of: string) => `Both are the same: this ${of} is the one that the issuer signed for.`,
      different: (of: string) => `They differ: this ${of} is not the one that the issuer signed for.`,
    },
    raw: 'The token',
  },

  foot: {
    label: 'Walk',
    back: 'Back',
    next: 'Next step',
    send: 'Send it',
    sendAgain: 'Send it again',
    again: 'Take it again',
    restart: 'Restart',
    answerFor: (user: string) => `Answer for ${user}`,
    waiting: (user: string) => `Waiting for ${user} in the browser pane`,
    waitingAt: (issuer: string) => `Waiting until you come back from ${issuer}`,
    progress: 'Steps that are done',
    busy: 'At work',
    done: 'Done: every step was taken',
    stopped: (title: string) => `Stopped at “${title}”`,
    cancelled: 'Cancelled. Restart it to walk it once more.',
    timedOut: 'Nobody came back in time.',
    lookingBack: (step: number) => `Looking at step ${step}`,
    toNow: 'Go to where the walk is',
    more: 'More',
    runToHere: 'Run to here',
    runAll: 'Run all',
    play: 'Play by itself',
    slow: 'Slowly, a step every 6 s',
    steady: 'Steadily, a step every 3 s',
    fast: 'Quickly, a step every second',
    pause: 'Pause',
    cancel: 'Cancel the run',
    trouble: (why: string) => `That did not work. ${why}`,
  },
} as const
