/** What somebody has begun to write, by conversation: looking something up elsewhere must not lose it. */
const drafts = new Map<string, string>()

export const readComposerDraft = (conversationId: string): string =>
  drafts.get(conversationId) ?? ''

export function keepComposerDraft(conversationId: string, text: string): void {
  if (text) drafts.set(conversationId, text)
  else drafts.delete(conversationId)
}
