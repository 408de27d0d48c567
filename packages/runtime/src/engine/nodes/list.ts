import {
  type FlowNode,
  MAX_DESCRIPTION_LENGTH,
  MAX_HEADER_LENGTH,
  MAX_LABEL_LENGTH,
} from '@parley/shared'
import { askChoice, type ChoiceNode, resumeChoice, toChoices, toPrompt } from '../choosing.ts'
import { toInteractive } from '../interactive.ts'
import { answerSaver } from '../saving.ts'
import type { NodeBehaviour, Prompt, StepScope } from '../types.ts'

const choiceNode = ({ id, data }: FlowNode<'list'>): ChoiceNode => ({
  data,
  prompt: (scope, promptId) =>
    toPrompt(
      id,
      data.sections.flatMap(({ rows }) => rows),
      scope,
      promptId,
    ),
  content: (scope, prompt, text) => [
    {
      type: 'list',
      ...toInteractive(data, scope, text),
      buttonText: scope.render(data.buttonText, MAX_LABEL_LENGTH) || '…',
      sections: toSections(data, prompt, scope),
    },
  ],
  ...answerSaver(data),
})

function toSections({ sections }: FlowNode<'list'>['data'], prompt: Prompt, scope: StepScope) {
  const choices = toChoices(prompt)
  let next = 0
  return sections.map(({ title, rows }) => {
    const shownTitle = scope.render(title, MAX_HEADER_LENGTH)
    return {
      ...(shownTitle === '' ? {} : { title: shownTitle }),
      rows: rows.map((row) => {
        const description = scope.render(row.description, MAX_DESCRIPTION_LENGTH)
        const choice = choices[next++] ?? { id: row.id, title: row.title }
        return { ...choice, ...(description === '' ? {} : { description }) }
      }),
    }
  })
}

export const list: NodeBehaviour<'list'> = {
  enter: (node, scope) => askChoice(choiceNode(node), scope),
  resume: (node, scope, waiting) => resumeChoice(choiceNode(node), scope, waiting),
}
