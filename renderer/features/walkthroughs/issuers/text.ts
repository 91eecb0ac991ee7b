/** The words around issuers that run elsewhere. */
export const TEXT = {
  title: 'Other issuers',
  tags: 'The same walkthroughs, at an issuer that runs elsewhere, with a client of your own there.',
  all: 'All other issuers',
  loading: 'Loading the issuers',
  failed: 'The issuers could not be read',
  gone: {
    title: 'This issuer is not there',
    text: 'It was removed, or the program was started with other data.',
    action: 'See the other issuers',
  },

  list: {
    title: 'Issuers',
    empty: 'None yet',
    emptyText:
      'Name one by its address. It is asked what it offers, and what it does not offer is greyed, with the reason.',
    clients: (count: number) => (count === 0 ? 'no client yet' : count === 1 ? '1 client' : `${count} clients`),
    missing: 'A secret is missing',
  },

  add: {
    title: 'Add an issuer',
    address: 'Address of the issuer',
    hint: 'As its metadata name it, such as https://issuer.example, or the address of its discovery document.',
    ask: 'Ask it',
    asking: 'Asking',
    found: (issuer: string) => `${issuer} answers`,
    foundAt: 'Found at',
    grants: 'Grants',
    also: 'Also',
    add: 'Add it',
    failed: 'It was not added.',
    noIssuer: 'That did not work',
    useThat: (issuer: string) => `Use ${issuer}`,
  },

  detail: {
    issuer: 'Issuer',
    discovery: 'Discovery',
    asked: 'Last asked',
    askAnew: 'Ask it anew',
    askedAnew: (name: string) => `${name} answers. What it says of itself is up to date.`,
    notAsked: (why: string) => `It could not be asked. ${why}`,
    offers: 'What it offers',
    metadata: 'What it says of itself',
    walk: 'Walk at this issuer',
    remove: 'Remove',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeText:
      'The issuer, your clients there and their secrets are forgotten here. Nothing changes at the issuer itself. Runs stay, and cannot be gone on with.',
    removed: (name: string) => `${name} is removed.`,
    notRemoved: (why: string) => `It was not removed. ${why}`,
    notSaved: (why: string) => `It was not saved. ${why}`,
  },

  redirect: {
    title: 'Redirect address',
    text: 'Register this address with your client there, to the letter. It is where the browser comes back to.',
    copy: 'Copy the redirect address',
  },

  keeping: {
    encrypted: 'Secrets are encrypted by this system’s keychain, and never shown again.',
    until_end:
      'Secrets are kept until the program ends: there is no keychain here to encrypt them with. They are never written to disk, and never shown again.',
  },

  clients: {
    title: 'Your clients there',
    none: 'Register a client at the issuer, or take one that you have, and enter what it is called there.',
    add: 'Add a client',
    edit: 'Edit',
    editNamed: (name: string) => `Edit ${name}`,
    remove: 'Remove',
    removeNamed: (name: string) => `Remove ${name}`,
    removeTitle: (name: string) => `Remove ${name}?`,
    removeText: 'Its name and its secret are forgotten here. Nothing changes at the issuer.',
    secret: { none: '', there: 'secret is kept', missing: 'secret is missing: type it in again' },
    key: { none: '', there: 'key is kept', missing: 'private key is missing: type it in again' },
  },

  form: {
    newTitle: 'New client',
    editTitle: (name: string) => `Edit ${name}`,
    client_id: 'client_id',
    client_name: 'Name',
    nameHint: 'As it is called here. It may be left out.',
    method: 'Proves who it is by',
    notOffered: 'The issuer does not list this one.',
    methods: {
      none: 'nothing: a public client',
      client_secret_basic: 'secret in Basic',
      client_secret_post: 'secret in the form',
      client_secret_jwt: 'JWT signed with its secret',
      private_key_jwt: 'JWT signed with its key',
    },
    client_secret: 'client_secret',
    secretKept: 'One is kept. Leave it empty to keep it.',
    private_key: 'Private key, as JWK',
    keyHint: 'A JSON object with kty and d. Its public part is what the issuer has to know.',
    keyUnreadable: 'This is no JSON object.',
    scope: 'Scopes that it may ask for',
    scopeHint: 'With one space between them. Left empty: anything.',
    cancel: 'Cancel',
    save: 'Save',
    needed: 'This is needed.',
  },

  api: {
    title: 'API to call',
    text: 'With it, a walkthrough ends by calling an API with the token. It may be left out.',
    url: 'Address',
    method: 'Method',
    scope: 'Scope that the call needs',
    scopeHint: 'Left empty: none.',
    save: 'Save',
    saved: 'The API is saved.',
    remove: 'Call none',
  },
} as const
