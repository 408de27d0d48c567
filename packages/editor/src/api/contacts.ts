import { type Contact, contact, deleted, type UpdateContactRequest } from '@parley/shared/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request, requestPage } from './client.ts'

const path = (contactId: string) => `/contacts/${encodeURIComponent(contactId)}`

export interface ContactFilter {
  readonly search?: string | undefined
  readonly tag?: string | undefined
  readonly isTestContact?: boolean | undefined
}

export const contactsQuery = (filter: ContactFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      requestPage(contact, '/contacts', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

export const contactQuery = (contactId: string) =>
  queryOptions({
    queryKey: ['contacts', 'one', contactId],
    queryFn: ({ signal }): Promise<Contact> => request(contact, path(contactId), { signal }),
  })

export const updateContact = (contactId: string, body: UpdateContactRequest): Promise<Contact> =>
  request(contact, path(contactId), { method: 'PATCH', body })

/** Adds a contact by phone number, or changes the one that has it. */
export const upsertContact = (body: {
  phone: string
  name?: string
  tags?: string[]
}): Promise<Contact> => request(contact, '/contacts', { method: 'PUT', body })

export const deleteContact = (contactId: string) =>
  request(deleted, path(contactId), { method: 'DELETE' })
