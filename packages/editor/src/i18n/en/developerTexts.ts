import { developers } from './developers.ts'
import { templates } from './templates.ts'

/** What is said on the pages of templates and developers; it comes with them. */
export const developerTexts = { developers, templates } as const

export type DeveloperTexts = typeof developerTexts
