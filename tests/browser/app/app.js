// A single-page application with a button for each thing that oidc-client-ts does. What a test wants otherwise it
// gives in the address as ?settings=JSON; it holds for the tab from then on.
const chosen = new URL(location.href).searchParams.get('settings')
if (chosen !== null) sessionStorage.setItem('settings', chosen)

const show = (id, text) => (document.querySelector(id).textContent = text)

async function attempt(action) {
  try {
    show('[role=status]', 'working')
    show('[role=status]', (await action()) ?? (await showUser()))
  } catch (error) {
    show('[role=status]', `failed: ${error.error ?? error.message}`)
  }
}

async function showUser() {
  const user = await manager.getUser()
  show('#user', user === null ? '' : JSON.stringify({ ...user, ...landed }))
  return user === null ? 'signed out' : 'signed in'
}

async function callApi() {
  const user = await manager.getUser()
  const url = `${manager.settings.authority}/apis/organizer/contacts`
  const bound = user.token_type.toLowerCase() === 'dpop'
  const headers = { authorization: `${user.token_type} ${user.access_token}` }
  if (bound) headers.dpop = await manager.dpopProof(url, user, 'GET')
  const response = await fetch(url, { headers })
  const body = await response.json()
  return response.ok
    ? `called: ${body.contacts.length} contacts`
    : `refused: ${response.status} ${response.headers.get('www-authenticate')}`
}

let manager
// The library keeps the tokens for the tab, and hands the state over once, at the callback.
let landed = {}

async function land() {
  const user = await manager.signinCallback()
  if (user) landed = { state: user.state, url_state: user.url_state }
}

async function start() {
  const settings = await (await fetch('/settings.json')).json()
  const own = JSON.parse(sessionStorage.getItem('settings') ?? '{}')
  if (own.dpop) own.dpop = { ...own.dpop, store: new oidc.IndexedDbDPoPStore() }
  manager = new oidc.UserManager({ ...settings, ...own })
  manager.events.addAccessTokenExpired(() => show('[role=status]', 'expired'))
  manager.events.addUserLoaded(() => showUser())
  manager.events.addSilentRenewError((error) => show('[role=status]', `not renewed: ${error.error ?? error.message}`))

  const actions = {
    'sign-in': () => manager.signinRedirect({ url_state: 'where-i-was', state: { note: 7 } }),
    'pop-up': () => manager.signinPopup({ popupAbortOnClose: true }),
    password: () => manager.signinResourceOwnerCredentials({ username: 'alice', password: 'alice' }),
    renew: () => manager.signinSilent(),
    call: callApi,
    revoke: () => manager.revokeTokens(),
    'sign-out': () => manager.signoutRedirect({ state: { note: 8 } }),
  }
  const answers = { call: true }
  for (const [id, action] of Object.entries(actions)) {
    document.querySelector(`#${id}`).onclick = () =>
      attempt(async () => (answers[id] ? action() : void (await action())))
  }
  if (location.pathname === '/callback') return attempt(land)
  if (location.pathname === '/signed-out') {
    return attempt(async () => `signed out, state ${JSON.stringify((await manager.signoutCallback()).userState)}`)
  }
  return attempt(async () => undefined)
}

void start()
