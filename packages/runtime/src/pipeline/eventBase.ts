import type { EventContext } from '../engine/index.ts'
import { seedOf } from './ids.ts'
import type { Item } from './items.ts'
import { DEFAULT_TIME_ZONE } from './publishedFlows.ts'
import type { ContactRecord } from './records.ts'
import type { AdvanceScope } from './stepSession.ts'

/** What all events of a conversation tell the flow: when it is, and who writes where. */
export async function eventBase(
  { dependencies, conversation, number, session }: AdvanceScope,
  item: Item,
  contactId: string,
): Promise<{ id: string; at: number; seed: number; context: EventContext }> {
  const { store, clock } = dependencies
  const contact = await store.contacts.find(number.workspaceId, contactId)
  return {
    id: item.id,
    // Never before the last step: what a flow says of time must not run backwards.
    at: Math.max(clock.now(), session?.committedAt ?? 0),
    seed: seedOf(item.id),
    context: {
      contact: toContextContact(contactId, contact),
      conversation: { id: conversation.id, isGroup: conversation.isGroup },
      number: { id: number.id, name: number.name, phone: number.phone },
      channel: number.channel,
      timeZone: DEFAULT_TIME_ZONE,
    },
  }
}

/** A contact that was deleted while it wrote is still answered, as somebody unknown. */
const toContextContact = (id: string, contact: ContactRecord | null): EventContext['contact'] => ({
  id,
  name: contact?.name ?? '',
  phone: contact?.phone ?? '',
  tags: contact?.tags ?? [],
  attributes: contact?.attributes ?? {},
  optedOut: contact?.optedOut ?? false,
  language: contact?.language ?? '',
})
