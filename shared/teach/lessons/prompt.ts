import { clientName, clientNameFirst, sentValue } from '../error-input.ts'
import { rich } from '../rich-text.ts'
import { openApplicationLink, trafficLink } from '../screen-links.ts'
import { OIDC, rfc } from '../specs.ts'
import { hasError, type LessonEntry } from './lesson-entry.ts'

const SILENT_WHY = rich`{prompt=none} promises that the person sees no page. When a page is needed after all, the only honest answer is an error, and the application decides what to do.`

export const loginRequired: LessonEntry = {
  id: 'login-required',
  matches: hasError('login_required'),
  explain: (input) => ({
    title: 'Nobody is signed in',
    summary: rich`${clientNameFirst(input)} asked without showing a page, and the issuer would have to ask the person to sign in.`,
    why: SILENT_WHY,
    specs: [OIDC.authError],
    fixes: [
      rich`Take this error as “not signed in”, and start a sign-in without {prompt=none} when the person asks for one.`,
      rich`If the person is signed in, the issuer's cookie did not come: a frame on another site does not send it. {localhost} and {127.0.0.1} count as two sites.`,
      ...(sentValue(input, 'max_age') === undefined
        ? []
        : [rich`The sign-in may also be older than {max_age} allows.`]),
    ],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}

export const consentRequired: LessonEntry = {
  id: 'consent-required',
  matches: hasError('consent_required'),
  explain: (input) => ({
    title: `${clientNameFirst(input)} has not been given this access yet`,
    summary: rich`It asked without showing a page, for something that the person has not agreed to.`,
    why: SILENT_WHY,
    specs: [OIDC.authError],
    fixes: [
      rich`Ask once without {prompt=none}. What was granted then can be had silently afterwards.`,
      rich`Ask for no more scopes and claims than were granted, or`,
      rich`switch off consent for ${clientName(input)}, if it is an application of your own house.`,
    ],
    links: [openApplicationLink(input), trafficLink(input)],
  }),
}

export const interactionRequired: LessonEntry = {
  id: 'interaction-required',
  matches: hasError('interaction_required', 'account_selection_required'),
  explain: (input) => ({
    title: 'The person has to do something first',
    summary: rich`${clientNameFirst(input)} asked without showing a page, and the issuer needs to show one.`,
    why: SILENT_WHY,
    specs: [OIDC.authError],
    fixes: [rich`Start the sign-in again without {prompt=none}.`],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}

export const authenticationTooWeak: LessonEntry = {
  id: 'authentication-too-weak',
  matches: hasError('unmet_authentication_requirements', 'insufficient_user_authentication'),
  explain: (input) => ({
    title: 'The sign-in is not strong enough',
    summary: rich`${clientNameFirst(input)} demands a way of signing in, by {acr_values} or {claims}, that this person did not or cannot use.`,
    why: rich`An application that demands a second factor must not be told a sign-in with a password is one.`,
    specs: [rfc(9470, '4'), OIDC.authRequest],
    fixes: [
      rich`Sign in as a user who has a second factor, such as Carol, and give the code, or`,
      rich`make the demand voluntary: {acr_values} asks, an essential {acr} claim demands.`,
    ],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}

export const accessDenied: LessonEntry = {
  id: 'access-denied',
  matches: hasError('access_denied'),
  explain: (input) => ({
    title: 'Access was denied',
    summary: rich`The person, or a rule of the issuer, said no to ${clientName(input)}. Nothing was given.`,
    why: rich`It is the person's data, so their no ends the request. The application learns that it was denied, not why.`,
    specs: [rfc(6749, '4.1.2.1')],
    fixes: [
      rich`Nothing is broken. The application has to go on without access, or say better what it needs it for.`,
      rich`To try again, start the sign-in in the application once more.`,
    ],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}
