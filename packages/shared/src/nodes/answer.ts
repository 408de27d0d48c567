import type { Handle, TemplateField } from './defineNode.ts'
import type { NoReply } from './fields.ts'

/** What the node types that wait for an answer have in common. */
interface AnswerData {
  readonly retryText: string
  readonly maxTries: number | null
  readonly noReply: NoReply | null
}

/** The handles that `maxTries` and `noReply` switch on. */
export const answerHandles = ({ maxTries, noReply }: AnswerData): readonly Handle[] => [
  ...(maxTries === null
    ? []
    : [{ id: 'invalid', label: 'Too many wrong answers', optional: false }]),
  ...(noReply === null ? [] : [{ id: 'noReply', label: 'No reply', optional: false }]),
]

export const answerTemplates = ({ retryText, noReply }: AnswerData): readonly TemplateField[] => [
  { path: ['retryText'], source: retryText },
  ...(noReply?.reminders ?? []).map((reminder, index) => ({
    path: ['noReply', 'reminders', index, 'text'],
    source: reminder.text,
  })),
]
