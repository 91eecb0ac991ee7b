import { beforeAll, describe, test } from 'vitest'

import { converse } from './support/converse.ts'
import { expectGoodLooks } from './support/looks.ts'
import { openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const PLACES = [
  ['overview', '/', 'Overview', 'A first token'],
  ['traffic', '/traffic', 'Traffic', '/token'],
  ['traffic-grouped', '/traffic?group=sign-in&order=newest-last', 'Traffic', 'CalendarApp'],
  ['traffic-filtered', '/traffic?q=client:calendar-app+status:4xx+token', 'Traffic', '/token'],
  ['traffic-wrong-filter', '/traffic?q=status:9', 'Traffic', '9 is no status'],
  ['traffic-nothing-fits', '/traffic?q=user:nobody', 'Traffic', 'Nothing fits'],
  ['traffic-refused', '/traffic/REFUSED', 'Traffic', 'Why the issuer refused it'],
  ['traffic-authorization', '/traffic/AUTHORIZATION', 'Traffic', 'only S256 is taken here'],
  ['traffic-raw', '/traffic/REFUSED?tab=raw', 'Traffic', '400 Bad Request'],
  ['traffic-diagram', '/traffic/AUTHORIZATION?tab=diagram', 'Traffic', '/userinfo'],
  ['traffic-code', '/traffic/REFUSED?tab=code', 'Traffic', 'grant_type=refresh_token'],
  ['traffic-resend', '/traffic/REFUSED?do=resend', 'Traffic', 'What to expect'],
  ['traffic-compared', '/traffic?select=AUTHORIZATION,REFUSED', 'Traffic', 'differences'],
  ['traffic-gone', '/traffic/999999', 'Traffic', 'is not there'],
  ['applications', '/applications', 'Applications', 'CalendarApp'],
  ['application', '/applications/calendar-app', 'Applications', 'client_secret_basic'],
  ['application-scopes', '/applications/calendar-app?tab=scopes', 'Applications', 'read:contacts'],
  ['application-json', '/applications/calendar-app?tab=json', 'Applications', 'redirect_uris'],
  ['application-prepared', '/applications/my-todos?add-redirect-uri=http://localhost:9/', 'Applications', 'Add it'],
  ['application-new', '/applications/new?client_id=brand-new', 'Applications', 'Register it'],
  ['application-gone', '/applications/nobody', 'Applications', 'There is no application'],
  ['applications-filtered', '/applications?q=nothing+fits', 'Applications', 'Nothing fits'],
  ['apis', '/apis', 'APIs', 'Organizer'],
  ['api', `/apis/${encodeURIComponent('https://organizer.test/api')}`, 'APIs', 'the API checks the signature'],
  ['api-scopes', `/apis/${encodeURIComponent('https://organizer.test/api')}?tab=scopes`, 'APIs', 'read:tasks'],
  ['users', '/users', 'Users', 'Carol'],
  ['user', '/users/carol', 'Users', 'Second factor'],
  ['user-claims', '/users/alice?tab=claims', 'Users', 'preferred_username'],
  [
    'which-flow-answer',
    '/which-flow?person=yes&building=spa&backend=yes&need=both',
    'Which flow?',
    'Cookies instead of tokens',
  ],
  ['concepts', '/concepts', 'Concepts', 'Two ways to let somebody in'],
  ['concept-messages', '/concepts/six-messages?message=3', 'Concepts', 'Token request'],
  ['concept-scopes', '/concepts/scopes', 'Concepts', 'read:appointments'],
  ['concept-tokens', '/concepts/tokens', 'Concepts', 'A real one, taken apart'],
  ['concept-versions', '/concepts/versions', 'Concepts', 'A short history'],
  ['reference', '/reference', 'Reference', 'access_denied'],
  ['reference-name', '/reference/redirect_uri', 'Reference', 'compared character by character'],
  ['settings-appearance', '/settings', 'Settings', 'Narrow navigation'],
  ['settings-issuer', '/settings/issuer', 'Settings', 'Examine'],
  ['settings-lifetimes', '/settings/lifetimes', 'Settings', 'Authorization codes'],
  ['settings-policies', '/settings/policies', 'Settings', 'Let unknown applications in'],
  ['key-new', '/keys/new', 'Keys', 'See what would change'],
  ['settings-data', '/settings/data', 'Settings', 'How much is kept'],
  ['settings-privacy', '/settings/privacy', 'Settings', 'no telemetry'],
  ['settings-help', '/settings/help', 'Settings', 'Take the tour'],
  ['settings-about', '/settings/about', 'Settings', 'Management API'],
  ['other-issuers', '/walkthroughs/issuers', 'Other issuers', 'Elsewhere'],
  ['other-issuer', '/walkthroughs/issuers/there', 'Elsewhere', 'What it offers'],
] as const

// The desktop app shows the same files; what is its own about them is looked at elsewhere.
describe.skipIf(noShell || shellName !== 'browser')('how the places look', () => {
  const screens = useScreens({ remembered: VISITED, reducedMotion: true })
  let ids = { REFUSED: '', AUTHORIZATION: '' }

  beforeAll(async () => {
    if (noShell) return
    const { state } = await converse(screens.program.issuer)
    const clients = [{ client_id: 'mine', client_secret: 'a-secret', scope: 'openid profile' }, { client_id: 'public' }]
    const elsewhere = { id: 'there', name: 'Elsewhere', address: screens.program.issuer, clients }
    await screens.call('issuers.create', { issuer: elsewhere })
    const refused = await screens.call('exchanges.list', { endpoint: 'token', hasError: true })
    const asked = await screens.call('exchanges.list', { endpoint: 'authorization', search: state })
    const authorization = asked.items.find(({ url }) => url.includes('response_type'))
    ids = { REFUSED: String(refused.items[0]?.id), AUTHORIZATION: String(authorization?.id) }
  })

  test.each(PLACES)(
    '%s is accessible and keeps within the window, at each size, in both themes',
    async (name, path, title, words) => {
      const { page } = screens
      const address = path.replaceAll(/REFUSED|AUTHORIZATION/g, (id) => ids[id as keyof typeof ids])
      await openPlace(screens, address, title)
      await expectGoodLooks(page, `places/${name}`, () =>
        page.locator('main').getByText(words).filter({ visible: true }).first().waitFor(),
      )
    },
  )
})
