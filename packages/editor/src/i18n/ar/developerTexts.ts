import type { DeveloperTexts } from '../en/developerTexts.ts'
import type { ArabicOf } from './ArabicOf.ts'
import { developers } from './developers.ts'
import { keys } from './keys.ts'
import { queue } from './queue.ts'
import { settings } from './settings.ts'
import { templates } from './templates.ts'
import { webhooks } from './webhooks.ts'

export const developerTexts: ArabicOf<DeveloperTexts> = {
  developers,
  keys,
  queue,
  settings,
  templates,
  webhooks,
}
