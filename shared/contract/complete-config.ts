import type { Api } from '#shared/model/api.ts'
import { LIFETIME_DEFAULTS } from '#shared/model/settings.ts'
import type { User } from '#shared/model/user.ts'

import type { ApiFile } from './api.ts'
import { completeClient } from './complete-client.ts'
import type { Config, ConfigFile } from './config.ts'
import type { UserFile } from './user.ts'

export function completeUser({ username, password, claims, secondFactor }: UserFile): User {
  return {
    username,
    password: password ?? username,
    claims: claims ?? {},
    ...(secondFactor === undefined ? {} : { secondFactor }),
  }
}

export function completeApi(given: ApiFile, accessTokenLifetime: number): Api {
  return {
    identifier: given.identifier,
    name: given.name ?? given.identifier,
    tokenFormat: given.tokenFormat ?? 'jwt',
    signingAlg: given.signingAlg ?? 'RS256',
    tokenLifetime: given.tokenLifetime ?? accessTokenLifetime,
    scopes: given.scopes ?? [],
    authorizationDetailsTypes: given.authorizationDetailsTypes ?? [],
  }
}

export function completeConfig(given: ConfigFile): Config {
  const accessTokenLifetime = given.lifetimes?.accessToken ?? LIFETIME_DEFAULTS.accessToken
  return {
    scenarios: given.scenarios,
    users: (given.users ?? []).map(completeUser),
    apis: (given.apis ?? []).map((api) => completeApi(api, accessTokenLifetime)),
    clients: (given.clients ?? []).map(completeClient),
    lifetimes: given.lifetimes ?? {},
    policies: given.policies ?? {},
    features: given.features ?? {},
    metadataDocuments: given.metadataDocuments ?? {},
    retention: given.retention ?? {},
  }
}
