import type { NodeBehaviourMap } from '../types.ts'
import { buttons } from './buttons.ts'
import { condition } from './condition.ts'
import { ctaUrl } from './ctaUrl.ts'
import { delay } from './delay.ts'
import { end } from './end.ts'
import { goTo } from './goTo.ts'
import { handover } from './handover.ts'
import { httpRequest } from './httpRequest.ts'
import { list } from './list.ts'
import { location } from './location.ts'
import { media } from './media.ts'
import { note } from './note.ts'
import { question } from './question.ts'
import { section } from './section.ts'
import { setVariable } from './setVariable.ts'
import { start } from './start.ts'
import { template } from './template.ts'
import { text } from './text.ts'

/** What each node type does. The type of the map names the one that is missing. */
export const nodeBehaviours: NodeBehaviourMap = {
  start,
  text,
  media,
  buttons,
  list,
  ctaUrl,
  template,
  location,
  question,
  condition,
  setVariable,
  delay,
  goTo,
  httpRequest,
  handover,
  end,
  note,
  section,
}
