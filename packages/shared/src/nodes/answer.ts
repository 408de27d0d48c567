import { finding } from '../lint/finding.ts'
import { type Handle, type NodeFinding, spoken, type TemplateField } from './defineNode.ts'
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
  spoken(['retryText'], retryText),
  ...(noReply?.reminders ?? []).map((reminder, index) =>
    spoken(['noReply', 'reminders', index, 'text'], reminder.text),
  ),
]

/** A reminder at or after the end of waiting never comes. */
export const lateReminders = ({ noReply }: AnswerData): readonly NodeFinding[] =>
  (noReply?.reminders ?? []).flatMap(({ afterSeconds }, index) =>
    afterSeconds < (noReply?.afterSeconds ?? 0)
      ? []
      : [
          {
            ...finding('warning', 'lateReminder', {}),
            field: ['noReply', 'reminders', index, 'afterSeconds'],
          },
        ],
  )
