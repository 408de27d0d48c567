import type { DeveloperTexts } from '../en/developerTexts.ts'
import { developers } from './developers.ts'
import { keys } from './keys.ts'
import { queue } from './queue.ts'
import type { SpanishOf } from './SpanishOf.ts'
import { settings } from './settings.ts'
import { templates } from './templates.ts'
import { webhooks } from './webhooks.ts'

export const developerTexts: SpanishOf<DeveloperTexts> = {
  developers,
  keys,
  queue,
  settings,
  templates,
  webhooks,
}
