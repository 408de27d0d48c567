import {
  type Content,
  clipText,
  type FlowNode,
  fillTemplate,
  MAX_TEXT_LENGTH,
  MAX_URL_LENGTH,
  quickReplies,
} from '@parley/shared'
import { askChoice, type ChoiceNode, resumeChoice, toChoices, toPrompt } from '../choosing.ts'
import { toInteractive } from '../interactive.ts'
import { answerSaver } from '../saving.ts'
import type { NodeBehaviour, Prompt, StepScope } from '../types.ts'

type TemplateNode = FlowNode<'template'>

const choiceNode = (node: TemplateNode): ChoiceNode => ({
  data: node.data,
  prompt: (scope, promptId) => toPrompt(node.id, quickReplies(node.data.buttons), scope, promptId),
  content: (scope, prompt, text) => [
    // Asking again is an ordinary message: the platform approved the template's own words only.
    text === undefined
      ? toTemplate(node, scope, prompt)
      : { type: 'buttons', text, buttons: toChoices(prompt) },
  ],
  ...answerSaver(node.data),
})

function toTemplate({ data }: TemplateNode, scope: StepScope, prompt: Prompt | null): Content {
  const parameters = Object.fromEntries(
    Object.entries(data.parameters).map(([name, source]) => [name, scope.render(source)]),
  )
  const { header, footer } = toInteractive({ ...data, text: data.name }, scope)
  const buttons = toButtons(data.buttons, scope, prompt)
  return {
    type: 'template',
    name: data.name,
    language: data.language,
    text: clipText(fillTemplate(data.text, parameters), MAX_TEXT_LENGTH),
    ...(header === undefined ? {} : { header }),
    ...(footer === undefined ? {} : { footer }),
    ...(buttons.length === 0 ? {} : { buttons }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  }
}

function toButtons(
  buttons: TemplateNode['data']['buttons'],
  scope: StepScope,
  prompt: Prompt | null,
) {
  const choices = prompt === null ? [] : toChoices(prompt)
  let next = 0
  return buttons.map((button) => {
    switch (button.type) {
      case 'quickReply':
        return { type: button.type, id: choices[next++]?.id ?? button.id, title: button.title }
      case 'url':
        return {
          type: button.type,
          title: button.title,
          url: scope.render(button.url, MAX_URL_LENGTH),
        }
      case 'phone':
        return { type: button.type, title: button.title, phone: button.phone }
    }
  })
}

export const template: NodeBehaviour<'template'> = {
  enter: (node, scope) =>
    quickReplies(node.data.buttons).length > 0
      ? askChoice(choiceNode(node), scope)
      : {
          do: 'leave',
          by: 'next',
          effects: [{ type: 'send', content: toTemplate(node, scope, null) }],
        },
  resume: (node, scope, waiting) => resumeChoice(choiceNode(node), scope, waiting),
}
