import type { NodeType } from '@parley/shared'
import { buttons } from './buttons.tsx'
import { condition } from './condition.tsx'
import { ctaUrl } from './ctaUrl.tsx'
import { delay } from './delay.tsx'
import { end } from './end.tsx'
import { goTo } from './goTo.tsx'
import { handover } from './handover.tsx'
import { httpRequest } from './httpRequest.tsx'
import { list } from './list.tsx'
import { location } from './location.tsx'
import { media } from './media.tsx'
import type { NodeLook } from './NodeLook.ts'
import { note } from './note.tsx'
import { question } from './question.tsx'
import { section } from './section.tsx'
import { setVariable } from './setVariable.tsx'
import { start } from './start.tsx'
import { template } from './template.tsx'
import { text } from './text.tsx'

/** How every node type looks. Add a line when the compiler misses one. */
const nodeLooks: { readonly [Type in NodeType]: NodeLook<Type> } = {
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

/** The look of a type, for code that treats all types alike. `data` must be that type's own. */
export const lookOf = (type: NodeType): NodeLook<NodeType> =>
  // The compiler cannot pair the look found under a type with that type's data.
  nodeLooks[type] as unknown as NodeLook<NodeType>
