import {
  type AnswerContext,
  type AnswerKindOf,
  type Content,
  type FlowNode,
  isoDateOf,
  localTimeOf,
  MAX_LABEL_LENGTH,
  numberedOptions,
  parseAnswer,
} from '@parley/shared'
import { afterSilence, ask, refuse, retryTextOf, STAY } from '../asking.ts'
import {
  askChoice,
  type ChoiceNode,
  isSilent,
  resumeChoice,
  toChoices,
  toPrompt,
} from '../choosing.ts'
import type { NodeBehaviour, Outcome, Prompt, StepScope } from '../types.ts'

type QuestionNode = FlowNode<'question'>

export const question: NodeBehaviour<'question'> = {
  enter: (node, scope) => {
    const { answer } = node.data
    if (answer.type === 'choice') return askChoice(choiceNode(node, answer), scope)
    return ask(node.data, scope, { contents: [asText(node, scope)] })
  },
  resume: (node, scope, waiting) => {
    const { event } = scope
    const { data } = node
    if (data.answer.type === 'choice')
      return resumeChoice(choiceNode(node, data.answer), scope, waiting)
    if (event.type === 'timer') return afterSilence(data, scope, waiting)
    if (event.type !== 'message' || isSilent(event.message.content)) return STAY
    const { answer } = data
    const value = parseAnswer(answer, event.message.content, answerContext(scope))
    if (value !== null) return { do: 'leave', by: 'next', variables: { [data.saveAs]: value } }
    return refuse(data, scope, waiting, () => [
      { type: 'text', text: retryTextOf(data, scope, answer.type) },
    ])
  },
}

function asText({ data }: QuestionNode, scope: StepScope, text = scope.render(data.text)): Content {
  return { type: 'text', text: text.trim() === '' ? '…' : text }
}

const choiceNode = (node: QuestionNode, answer: AnswerKindOf<'choice'>): ChoiceNode => ({
  data: node.data,
  prompt: (scope, promptId) => toPrompt(node.id, answer.options, scope, promptId),
  content: (scope, prompt, text) => [toChoiceContent(node, answer, { scope, prompt, text })],
  chosen: (key, title): Outcome => {
    const option = answer.options.find(({ id }) => id === key)
    return { do: 'leave', by: 'next', variables: { [node.data.saveAs]: option?.value || title } }
  },
  other: null,
})

function toChoiceContent(
  node: QuestionNode,
  answer: AnswerKindOf<'choice'>,
  { scope, prompt, text }: { scope: StepScope; prompt: Prompt; text: string | undefined },
): Content {
  const asked = asText(node, scope, text)
  const words = asked.type === 'text' ? asked.text : ''
  const choices = toChoices(prompt)
  switch (answer.shownAs) {
    case 'numbers':
      return { type: 'text', text: `${words}\n\n${numberedOptions([{ options: choices }])}` }
    case 'buttons':
      return { type: 'buttons', text: words, buttons: choices }
    case 'list': {
      const buttonText = scope.render(answer.buttonText, MAX_LABEL_LENGTH) || '…'
      return { type: 'list', text: words, buttonText, sections: [{ rows: choices }] }
    }
  }
}

function answerContext({ settings, event, timeZone, language }: StepScope): AnswerContext {
  return {
    language,
    defaultCountry: settings.defaultCountry,
    dateOrder: settings.dateOrder,
    today: () => isoDateOf(localTimeOf(event.at, timeZone)),
    contactPhone: event.context.contact.phone,
  }
}
