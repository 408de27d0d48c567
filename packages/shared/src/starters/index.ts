import { appointment } from './appointment.ts'
import { faqMenu } from './faqMenu.ts'
import { feedback } from './feedback.ts'
import { leadCapture } from './leadCapture.ts'
import { orderStatus } from './orderStatus.ts'
import type { StarterDraft } from './starter.ts'
import { supportHandover } from './supportHandover.ts'
import type { StarterWords } from './words/en/index.ts'

export { emptyDraft } from './emptyDraft.ts'
export type { StarterWords } from './words/en/index.ts'

export type StarterId = Exclude<keyof StarterWords, 'language'>

/** A complete flow to begin with. */
export interface Starter {
  readonly id: StarterId
  readonly name: string
  readonly description: string
  readonly draft: StarterDraft
}

/** How each starter is built, in the order in which the gallery shows them. */
const DRAFTS: { readonly [Id in StarterId]: (words: StarterWords[Id]) => StarterDraft } = {
  faqMenu,
  leadCapture,
  appointment,
  orderStatus,
  supportHandover,
  feedback,
}

// An object's own order; its keys are those of the type above.
export const STARTER_IDS = Object.keys(DRAFTS) as readonly StarterId[]

/** Every starter in the language of `words`: its name, what customers read and write, and what authors see. */
export const startersIn = (words: StarterWords): readonly Starter[] =>
  STARTER_IDS.map((id) => starterIn(words, id))

function starterIn<Id extends StarterId>(words: StarterWords, id: Id): Starter {
  const { name, description } = words[id]
  const draft = DRAFTS[id](words[id])
  return { id, name, description, draft: { ...draft, settings: { language: words.language } } }
}
