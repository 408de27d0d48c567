import type { ChoiceNode } from './choosing.ts'

/** For nodes whose options are handles: what becomes of an answer. */
export function answerSaver({
  saveAs,
  otherHandle,
}: {
  readonly saveAs: string
  readonly otherHandle: boolean
}): Pick<ChoiceNode, 'chosen' | 'other'> {
  const save = (answer: string) => (saveAs === '' ? {} : { variables: { [saveAs]: answer } })
  return {
    chosen: (key, title) => ({ do: 'leave', by: key, ...save(title) }),
    other: otherHandle ? (words) => ({ do: 'leave', by: 'other', ...save(words) }) : null,
  }
}
