import type { UserFile } from '#shared/contract/user.ts'

import { PEOPLE, type Person } from './people.ts'

/** So many who are not there yet; the same ones each time, so that what is tested with them can be told again. */
export function buildPeople(taken: ReadonlySet<string>, count: number): readonly UserFile[] {
  const made: UserFile[] = []
  for (let round = 1; made.length < count; round += 1) {
    const free = PEOPLE.map((person) => buildUser(person, round)).filter(({ username }) => !taken.has(username))
    made.push(...free.slice(0, count - made.length))
  }
  return made
}

/** After the first round somebody else of the same name comes. */
function buildUser(person: Person, round: number): UserFile {
  const username = round === 1 ? person.username : `${person.username}${round}`
  const { name, given, family, locale, zone, born, phone, roles, groups } = person
  return {
    username,
    claims: {
      name,
      given_name: given,
      family_name: family,
      preferred_username: username,
      email: `${username}@example.test`,
      email_verified: person.isUnverified !== true,
      locale,
      zoneinfo: zone,
      birthdate: born,
      ...(phone !== undefined && { phone_number: phone, phone_number_verified: person.isUnverified !== true }),
      address: buildAddress(person),
      roles: [...roles],
      groups: [...groups],
    },
  }
}

function buildAddress({ street, postal, locality, region, country }: Person) {
  const lines = [street, [postal, locality].join(' '), region, country].filter((line) => line !== undefined)
  return {
    formatted: lines.join('\n'),
    street_address: street,
    locality,
    ...(region !== undefined && { region }),
    postal_code: postal,
    country,
  }
}
