import type { FlowNode } from '@parley/shared'
import { askChoice, type ChoiceNode, resumeChoice, toChoices, toPrompt } from '../choosing.ts'
import { toInteractive } from '../interactive.ts'
import { answerSaver } from '../saving.ts'
import type { NodeBehaviour } from '../types.ts'

const choiceNode = ({ id, data }: FlowNode<'buttons'>): ChoiceNode => ({
  data,
  prompt: (scope, promptId) => toPrompt(id, data.buttons, scope, promptId),
  content: (scope, prompt, text) => [
    { type: 'buttons', ...toInteractive(data, scope, text), buttons: toChoices(prompt) },
  ],
  ...answerSaver(data),
})

export const buttons: NodeBehaviour<'buttons'> = {
  enter: (node, scope) => askChoice(choiceNode(node), scope),
  resume: (node, scope, waiting) => resumeChoice(choiceNode(node), scope, waiting),
}
