import type { ChannelType, WhatsAppSettings } from '@parley/shared'
import {
  type ConnectedNumber,
  type CreatedNumber,
  createdNumber,
  deleted,
  number,
  pairingCode,
  type SandboxSettings,
} from '@parley/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { request, requestPage } from './client.ts'

export const numbersQuery = queryOptions({
  queryKey: ['numbers'],
  queryFn: async ({ signal }): Promise<readonly ConnectedNumber[]> => {
    // All pages at once: a workspace has few numbers, and every place that names one needs them all.
    const numbers: ConnectedNumber[] = []
    let cursor: string | undefined
    do {
      const page = await requestPage(number, '/numbers', { query: { cursor, limit: 100 }, signal })
      numbers.push(...page.items)
      cursor = page.next ?? undefined
    } while (cursor)
    return numbers
  },
})

export const createNumber = (body: {
  name: string
  channel: ChannelType
  sandbox?: Partial<SandboxSettings>
}): Promise<CreatedNumber> => request(createdNumber, '/numbers', { method: 'POST', body })

const path = (numberId: string) => `/numbers/${encodeURIComponent(numberId)}`

export const renameNumber = (numberId: string, name: string): Promise<ConnectedNumber> =>
  request(number, path(numberId), { method: 'PATCH', body: { name } })

/** Changes how a WhatsApp number sends. */
export const changeSending = (
  numberId: string,
  settings: Partial<WhatsAppSettings>,
): Promise<ConnectedNumber> =>
  request(number, path(numberId), { method: 'PATCH', body: { settings } })

export const connectNumber = (numberId: string): Promise<ConnectedNumber> =>
  request(number, `${path(numberId)}/connect`, { method: 'POST' })

export const disconnectNumber = (numberId: string): Promise<ConnectedNumber> =>
  request(number, `${path(numberId)}/disconnect`, { method: 'POST' })

export const deleteNumber = (numberId: string) =>
  request(deleted, path(numberId), { method: 'DELETE' })

/** The code to scan right now. It changes every few seconds, and the server answers 409 while there is none. */
export const pairingQuery = (numberId: string) =>
  queryOptions({
    queryKey: ['pairing', numberId],
    queryFn: ({ signal }) => request(pairingCode, `${path(numberId)}/qr`, { signal }),
    retry: false,
    gcTime: 0,
    staleTime: 0,
  })

/** Asks for eight characters to type on the phone instead of scanning. They come with {@link pairingQuery}. */
export const requestPairingCode = (numberId: string, phone: string) =>
  request(pairingCode, `${path(numberId)}/pairing-code`, { method: 'POST', body: { phone } })

/** Makes a new key; the old one stops working at once. */
export const replaceNumberKey = (numberId: string): Promise<CreatedNumber> =>
  request(createdNumber, `${path(numberId)}/key`, { method: 'POST' })
