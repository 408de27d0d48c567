import { clearedQueue, type Message, message } from '@parley/shared/api'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { request, requestPage } from './client.ts'

const PAGE_SIZE = 50

/** Outbound messages that wait or that failed, newest first, of one number or of all. */
export const queueQuery = (status: 'queued' | 'failed', numberId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['queue', status, numberId ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      requestPage(message, '/messages', {
        query: { status, direction: 'outbound', numberId, cursor: pageParam, limit: PAGE_SIZE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

/** Takes one message out of the queue; refused when it is on its way already. */
export const cancelMessage = (messageId: string): Promise<Message> =>
  request(message, `/messages/${encodeURIComponent(messageId)}/cancel`, { method: 'POST' })

/** Takes everything out of a number's queue. */
export const clearQueue = (numberId: string) =>
  request(clearedQueue, `/numbers/${encodeURIComponent(numberId)}/queue/clear`, { method: 'POST' })
