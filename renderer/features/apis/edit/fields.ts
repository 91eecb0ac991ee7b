import { SIGNING_ALGS } from '#shared/model/key.ts'

import { type FieldSpec, toOptions } from '../../common/edit/fields/field-spec.ts'
import { TEXT } from '../text.ts'

const words = TEXT.edit

export const IDENTIFIER_FIELD: FieldSpec = {
  member: 'identifier',
  kind: 'text',
  label: TEXT.identifier,
  hint: TEXT.identifierHint,
  placeholder: 'https://notes.test/api',
}

export const NAME_FIELD: FieldSpec = {
  member: 'name',
  kind: 'text',
  isProse: true,
  label: words.name,
  hint: words.nameHint,
}

export const TOKEN_FIELDS: readonly FieldSpec[] = [
  {
    member: 'tokenFormat',
    kind: 'choice',
    label: TEXT.format,
    hint: words.formatHint,
    options: [
      { value: 'jwt', label: TEXT.formats.jwt },
      { value: 'opaque', label: TEXT.formats.opaque },
    ],
  },
  { member: 'signingAlg', kind: 'choice', label: TEXT.alg, hint: words.algHint, options: toOptions(SIGNING_ALGS) },
  {
    member: 'tokenLifetime',
    kind: 'number',
    label: TEXT.lifetime,
    hint: words.lifetimeHint,
    unit: words.seconds,
    min: 1,
  },
  { member: 'authorizationDetailsTypes', kind: 'list', label: TEXT.details, hint: words.detailsHint },
]
