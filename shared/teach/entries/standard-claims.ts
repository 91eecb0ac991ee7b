import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { core, rfc } from '../specs.ts'

const WHERE = ['ID token', 'userinfo response'] as const

/** OpenID Connect Core section 5.1: what an application may learn about a user. */
export const PROFILE_CLAIMS = buildEntries('claim', WHERE, {
  name: { summary: "The user's whole name, as it is to be shown.", specs: [core('5.1')] },
  given_name: { summary: "The user's given or first names.", specs: [core('5.1')] },
  family_name: { summary: "The user's family names.", specs: [core('5.1')] },
  middle_name: { summary: "The user's middle names.", specs: [core('5.1')] },
  nickname: { summary: 'What the user is called casually.', specs: [core('5.1')] },
  preferred_username: {
    summary: 'The short name by which the user wants to be known.',
    detail: rich`It may change and need not be unique. To recognise somebody use {sub}.`,
    specs: [core('5.1')],
  },
  profile: { summary: "The address of the user's profile page.", specs: [core('5.1')] },
  picture: { summary: "The address of the user's picture.", specs: [core('5.1')] },
  website: { summary: "The address of the user's web page or blog.", specs: [core('5.1')] },
  gender: { summary: "The user's gender, in words such as female or male.", specs: [core('5.1')] },
  birthdate: {
    summary: "The user's birthday, as YYYY-MM-DD.",
    detail: rich`The year is {0000} where it is kept back; a year alone is fine too.`,
    specs: [core('5.1')],
  },
  zoneinfo: { summary: "The user's time zone, such as Europe/Berlin.", specs: [core('5.1')] },
  locale: { summary: "The user's language and region, such as de-DE.", specs: [core('5.1'), rfc(5646)] },
  updated_at: {
    summary: "When the user's details last changed, in seconds since 1970.",
    detail: rich`A number, not a text.`,
    specs: [core('5.1')],
  },
})

/** Other claims by which applications find, reach and sort their users. */
export const CONTACT_CLAIMS = buildEntries('claim', WHERE, {
  email: {
    summary: "The user's e-mail address.",
    detail: rich`Addresses change hands, so it is no key to an account: that is {sub}. The scope {email} brings it.`,
    specs: [core('5.1'), core('5.4')],
  },
  email_verified: {
    summary: "Whether the issuer made sure that the address is the user's own.",
    detail: rich`Where it is not {true}, anybody may have put in anybody's address.`,
    specs: [core('5.1')],
  },
  phone_number: {
    summary: "The user's telephone number, with the country's prefix.",
    detail: rich`The scope {phone} brings it.`,
    specs: [core('5.1'), core('5.4')],
  },
  phone_number_verified: {
    summary: "Whether the issuer made sure that the number is the user's own.",
    specs: [core('5.1')],
  },
  address: {
    summary: "The user's postal address, as an object.",
    detail: rich`The scope {address} brings it.`,
    specs: [core('5.1.1'), core('5.4')],
  },
  roles: {
    summary: "The user's roles, as a list.",
    detail: rich`No standard scope has it; here it comes with {profile}. The name is that of SCIM, and access tokens may carry it too.`,
    where: [...WHERE, 'access token'],
    specs: [rfc(9068, '2.2.3.1'), rfc(7643, '4.1.2')],
  },
  groups: {
    summary: 'The groups that the user belongs to, as a list.',
    detail: rich`No standard scope has it; here it comes with {profile}. The name is that of SCIM, and access tokens may carry it too.`,
    where: [...WHERE, 'access token'],
    specs: [rfc(9068, '2.2.3.1'), rfc(7643, '4.1.2')],
  },
  entitlements: {
    summary: 'What the user is entitled to, as a list.',
    where: [...WHERE, 'access token'],
    specs: [rfc(9068, '2.2.3.1'), rfc(7643, '4.1.2')],
  },
})

export const ADDRESS_CLAIM = buildEntries('claim', ['address claim'], {
  formatted: { summary: 'The whole address as it stands on an envelope.', specs: [core('5.1.1')] },
  street_address: { summary: 'The street and the number, perhaps in several lines.', specs: [core('5.1.1')] },
  locality: { summary: 'The city or place.', specs: [core('5.1.1')] },
  region: { summary: 'The state, province or region.', specs: [core('5.1.1')] },
  postal_code: { summary: 'The postal code.', specs: [core('5.1.1')] },
  country: { summary: 'The name of the country.', specs: [core('5.1.1')] },
})
