import { rich } from '../rich-text.ts'
import { trafficLink } from '../screen-links.ts'
import { rfc } from '../specs.ts'
import { says, some, type LessonEntry } from './lesson-entry.ts'

const START_AGAIN = rich`Start the sign-in again in the application.`

export const interactionLost: LessonEntry = {
  id: 'interaction-lost',
  matches: some(
    says(/^(interaction session|authorization request has expired|authorization session and cookie)/),
    says(/^session (not found|principal changed)$/),
  ),
  explain: (input) => ({
    title: changed(input.description) ? 'Someone else has signed in meanwhile' : 'This sign-in is no longer open here',
    summary: changed(input.description)
      ? rich`The sign-in was started for one person, and this browser is now signed in as another.`
      : rich`The issuer ties a sign-in to the browser that started it, by a cookie. The cookie did not come, or what it stands for is gone.`,
    why: rich`If any browser could go on with a sign-in, an attacker could start one and have someone else finish it, or the other way round.`,
    specs: [rfc(9700, '4.7'), rfc(6749, '10.12')],
    fixes: [
      START_AGAIN,
      rich`It may have expired: a sign-in stays open for a while only, and is closed once it has been answered. The back button does not open it again.`,
      rich`Finish it in the browser in which it began, not from a copied address.`,
      rich`Cookies may be blocked, as they are in a frame on another site.`,
      rich`Use one name for this machine throughout: a cookie of {localhost} does not go to {127.0.0.1}.`,
    ],
    links: [trafficLink(input)],
  }),
}

export const formForged: LessonEntry = {
  id: 'form-forged',
  matches: says(/^(xsrf token invalid|could not find (logout details|device form details))$/),
  explain: (input) => ({
    title: 'This form is out of date',
    summary: rich`It does not carry the value that the issuer gave to this browser, so it is not acted upon.`,
    why: rich`Any site can send a form to the issuer in your name. The hidden value, which only this browser's own page knows, tells your form from theirs.`,
    specs: [rfc(6749, '10.12')],
    fixes: [
      isLogout(input.description, input.endpoint)
        ? rich`Sign out in the application once more, and answer the page that then opens.`
        : rich`Open the page again and send the form from there.`,
      rich`The page may be open twice: only the one that was opened last counts.`,
      rich`Cookies have to be allowed, and the name of the machine has to stay the same: {localhost} or {127.0.0.1}.`,
    ],
    links: [trafficLink(input)],
  }),
}

function changed(description: string | undefined): boolean {
  return description === 'session principal changed'
}

function isLogout(description: string | undefined, endpoint: string): boolean {
  return endpoint === 'end_session' || description === 'could not find logout details'
}
