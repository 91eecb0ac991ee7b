import { themeCss } from '#shared/theme/tokens.ts'
import { baseStyles } from './base.ts'
import { contentStyles } from './content.ts'
import { controlStyles } from './controls.ts'

/** The whole and only stylesheet of the issuer's pages, the same on each, so that one hash allows it. */
export const stylesheet = `${themeCss()}${baseStyles}${controlStyles}${contentStyles}`
