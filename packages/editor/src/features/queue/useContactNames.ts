import type { Message } from '@parley/shared/api'
import { useQueries } from '@tanstack/react-query'
import { contactQuery } from '../../api/contacts.ts'
import { t } from '../../i18n/t.ts'
import { contactName } from '../contacts/contactName.ts'

const STALE_MS = 10 * 60_000

/** Who the messages are for. Each contact is asked for once. */
export function useContactNames(messages: readonly Message[]): (contactId: string) => string {
  const ids = [...new Set(messages.map(({ contactId }) => contactId))]
  return useQueries({
    queries: ids.map((id) => ({ ...contactQuery(id), staleTime: STALE_MS })),
    combine: (results) => {
      const names = new Map(
        results.map(({ data, isError }, index) => [ids[index], nameOf(data, isError)]),
      )
      return (contactId: string) => names.get(contactId) ?? ''
    },
  })
}

function nameOf(contact: Parameters<typeof contactName>[0] | undefined, isGone: boolean): string {
  if (contact) return contactName(contact)
  return isGone ? t('queue.unknownContact') : ''
}
