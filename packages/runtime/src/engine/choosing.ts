import {
  type Content,
  contentText,
  formatToken,
  type InboundContent,
  MAX_LABEL_LENGTH,
  matchChoice,
} from '@parley/shared'
import { type AskData, afterSilence, ask, refuse, retryTextOf, STAY } from './asking.ts'
import type { Outcome, Prompt, PromptOption, StepScope, Waiting } from './types.ts'

/** What all nodes with options to choose from do. */

/** An option as a node's data has it; titles are templates. */
export interface Option {
  readonly id: string
  readonly title: string
  readonly synonyms: readonly string[]
}

/** A prompt with its rendered titles. An option whose title came out empty shows its id instead. */
export const toPrompt = (
  nodeId: string,
  options: readonly Option[],
  scope: StepScope,
  promptId = scope.newPromptId(),
): Prompt => ({
  promptId,
  nodeId,
  options: options.map((option) => toPromptOption(option, scope)),
  ...(scope.settings.languages.length > 0 && { language: scope.language }),
})

function toPromptOption({ id, title, synonyms }: Option, scope: StepScope): PromptOption {
  const shown = renderTitle(id, title, scope)
  const main = scope.mainTitleOf(id)
  const mainTitle = main === undefined ? shown : renderTitle(id, main, scope)
  if (mainTitle !== shown) {
    // Whoever knows the flow in its own language may answer in it.
    return { key: id, title: shown, mainTitle, synonyms: [mainTitle, ...synonyms] }
  }
  return synonyms.length === 0 ? { key: id, title: shown } : { key: id, title: shown, synonyms }
}

function renderTitle(id: string, title: string, scope: StepScope): string {
  const shown = scope.render(title, MAX_LABEL_LENGTH)
  return shown.trim() === '' ? id : shown
}

/** The options of a prompt as content has them: with the token that comes back with a tap. */
export const toChoices = ({ promptId, options }: Prompt) =>
  options.map(({ key, title }) => ({ id: formatToken({ promptId, key }), title }))

/** What a node with options does at each turn. */
export interface ChoiceNode {
  readonly data: AskData
  readonly prompt: (scope: StepScope, promptId?: string) => Prompt
  /** The message that asks; `text` stands in for its words when it asks again. */
  readonly content: (scope: StepScope, prompt: Prompt, text?: string) => readonly Content[]
  /** `title` is the one in the flow's own language. */
  readonly chosen: (key: string, title: string) => Outcome
  /** For an answer that is none of the options; null when it is asked again. */
  readonly other: ((words: string) => Outcome) | null
}

export function askChoice(node: ChoiceNode, scope: StepScope): Outcome {
  const prompt = node.prompt(scope)
  return ask(node.data, scope, { contents: node.content(scope, prompt), prompt })
}

export function resumeChoice(node: ChoiceNode, scope: StepScope, waiting: Waiting): Outcome {
  const { event } = scope
  const { prompt } = waiting
  if (event.type === 'timer') return afterSilence(node.data, scope, waiting)
  if (event.type !== 'message' || prompt === undefined || isSilent(event.message.content))
    return STAY
  const { content } = event.message
  const match = matchChoice(prompt, content)
  if (match.type === 'chosen') {
    const option = prompt.options.find(({ key }) => key === match.key)
    return node.chosen(match.key, option?.mainTitle ?? option?.title ?? match.key)
  }
  if (node.other !== null) return node.other(contentText(content))
  // The prompt keeps its id: it is the same question, and its buttons further up still count.
  const again =
    prompt.language === undefined || prompt.language === scope.language
      ? prompt
      : node.prompt(scope, prompt.promptId)
  return refuse(node.data, scope, { ...waiting, prompt: again }, () =>
    node.content(scope, again, retryTextOf(node.data, scope, 'choice')),
  )
}

/** A reaction or a vote taken back answers nothing. */
export const isSilent = (content: InboundContent): boolean =>
  content.type === 'reaction' || (content.type === 'pollVote' && content.options.length === 0)
