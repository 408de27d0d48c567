import type { Conversation } from '@parley/shared/api'
import { containsWords } from '../../ui/foldText.ts'

/** The conversations whose contact or last message contains all the words, whatever their case and accents. */
export function filterConversations(
  conversations: readonly Conversation[],
  words: string,
): readonly Conversation[] {
  // "151 234" is how people read a number out; it is stored without spaces.
  const digits = words.replace(/\D/gu, '')
  return conversations.filter(
    ({ contact, lastMessagePreview }) =>
      containsWords(`${contact.name} ${contact.phone} ${lastMessagePreview}`, words) ||
      (digits.length > 3 && contact.phone.includes(digits)),
  )
}
