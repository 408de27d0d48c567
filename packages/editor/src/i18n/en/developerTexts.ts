import { developers } from './developers.ts'
import { keys } from './keys.ts'
import { queue } from './queue.ts'
import { settings } from './settings.ts'
import { templates } from './templates.ts'
import { webhooks } from './webhooks.ts'

/** What is said on pages that few people open; each brings its own group (`withDeveloperTexts.ts` and the like). */
export const developerTexts = { developers, keys, queue, settings, templates, webhooks } as const

export type DeveloperTexts = typeof developerTexts
