/**
 * Requests that are right, one for each thing the program can be asked, made fresh each time so that they still are.
 * What is damaged afterwards gets as deep as it can before the damage is noticed.
 */
import { API_RECIPES } from './recipes/apis.ts'
import { AUTHORIZATION_RECIPES } from './recipes/authorization.ts'
import { PAGE_RECIPES } from './recipes/pages.ts'
import type { Recipe } from './recipes/parts.ts'
import { PUBLIC_RECIPES } from './recipes/public.ts'
import { REGISTRATION_RECIPES } from './recipes/registration.ts'
import { TOKEN_USE_RECIPES } from './recipes/token-uses.ts'
import { TOKEN_RECIPES } from './recipes/tokens.ts'

export const RECIPES: readonly Recipe[] = [
  ...AUTHORIZATION_RECIPES,
  ...PAGE_RECIPES,
  ...TOKEN_RECIPES,
  ...TOKEN_USE_RECIPES,
  ...REGISTRATION_RECIPES,
  ...API_RECIPES,
  ...PUBLIC_RECIPES,
]
