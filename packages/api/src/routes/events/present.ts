import type { LiveEventBody } from '@parley/shared/api'
import type { HubEvent } from '../../live/LiveHub.ts'
import { presentMessage } from '../messages/present.ts'

export function presentEvent(event: HubEvent): LiveEventBody {
  switch (event.type) {
    case 'message.received':
    case 'message.queued':
    case 'message.updated':
      return { type: event.type, message: presentMessage(event.message) }
    case 'conversation.updated':
      return { type: event.type, conversationId: event.conversationId }
    case 'contact.updated':
      return { type: event.type, contactId: event.contactId }
    case 'number.updated': {
      const { type, numberId, status, reason } = event
      return { type, numberId, status, reason }
    }
    case 'flow.updated': {
      const { type, flowId, revision } = event
      return { type, flowId, revision }
    }
  }
}
