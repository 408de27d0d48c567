import type { ContactRecord } from '@parley/runtime/pipeline'
import {
  answer,
  contact as contactShape,
  deleted,
  listContactsQuery,
  page as pageOf,
  type UpdateContactRequest,
  updateContactRequest,
  upsertContactRequest,
} from '@parley/shared/api'
import { z } from 'zod'
import { findContact, toPhoneDigits } from '../../contacts/findContact.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { invalidField } from '../../errors.ts'
import { ok, okDeleted } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { defined } from '../../http/validate.ts'
import { presentContact } from './present.ts'

/** Two documents describe these paths, one with an envelope and one without, so an answer has both. */
const one = answer(contactShape).extend(contactShape.shape)
const several = pageOf(contactShape).extend({ contacts: z.array(contactShape) })
const present = (contact: ContactRecord) => {
  const presented = presentContact(contact)
  return { ...ok(presented), ...presented }
}

export function contactEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { clock, live, store } = dependencies

  async function change(
    { workspaceId, id }: ContactRecord,
    {
      name,
      addTags,
      removeTags,
      attributes,
      optedOut,
      language,
      isTestContact,
    }: UpdateContactRequest,
  ): Promise<ContactRecord> {
    await store.contacts.applyChange(
      workspaceId,
      id,
      defined({
        setName: name,
        setLanguage: language,
        addTags,
        removeTags,
        setAttributes: attributes,
      }),
    )
    if (optedOut !== undefined) await store.contacts.setOptedOut(workspaceId, id, optedOut)
    if (isTestContact !== undefined) {
      await store.contacts.setTestContact(workspaceId, id, isTestContact)
    }
    live.publish(workspaceId, { type: 'contact.updated', contactId: id })
    return findContact(dependencies, workspaceId, id)
  }

  return [
    defineEndpoint({
      method: 'get',
      path: '/api/v1/contacts',
      summary: 'Lists contacts; who wrote last comes first',
      answer: several,
      access: { to: 'member', role: 'viewer', numberKeys: 'allowed' },
      query: listContactsQuery,
      handle: async ({ caller, query }) => {
        const { workspaceId } = caller
        const page = await store.contacts.list({ workspaceId, ...defined(query) })
        const contacts = page.items.map(presentContact)
        return { ...ok(contacts), contacts, pagination: { next: page.nextCursor } }
      },
    }),
    defineEndpoint({
      method: 'put',
      path: '/api/v1/contacts',
      summary: 'Adds a contact by phone number, or changes the one that has it',
      answer: one,
      access: { to: 'member', role: 'agent', numberKeys: 'allowed' },
      body: upsertContactRequest,
      handle: async ({ caller, body }) => {
        const { workspaceId } = caller
        const phone = toPhoneDigits(String(body.phone ?? body.phoneNumber ?? body.jid ?? ''))
        if (phone === null) throw invalidField('phone', 'must be a phone number with country code')
        const { name = body.fullName, tags, attributes, language } = body
        const contact = await store.contacts.resolve({
          workspaceId,
          aliases: [`phone:${phone}`],
          phone,
          name: name ?? '',
          at: clock.now(),
        })
        const removeTags = tags && contact.tags.filter((tag) => !tags.includes(tag))
        return present(
          await change(contact, { name, addTags: tags, removeTags, attributes, language }),
        )
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/contacts/:contactId',
      summary: 'Shows a contact, by id or by phone number',
      answer: one,
      access: { to: 'member', role: 'viewer', numberKeys: 'allowed' },
      handle: async ({ caller, params }) =>
        present(await findContact(dependencies, caller.workspaceId, params.contactId)),
    }),
    defineEndpoint({
      method: 'patch',
      path: '/api/v1/contacts/:contactId',
      summary:
        'Changes name, tags, language, attributes or opt-out of a contact, or makes it a test contact',
      answer: one,
      access: { to: 'member', role: 'agent' },
      body: updateContactRequest,
      handle: async ({ caller, params, body }) => {
        const contact = await findContact(dependencies, caller.workspaceId, params.contactId)
        return present(await change(contact, body))
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/contacts/:contactId',
      summary: 'Deletes a contact; the messages stay',
      answer: answer(deleted),
      access: { to: 'member', role: 'editor' },
      handle: async ({ caller, params }) => {
        const contact = await findContact(dependencies, caller.workspaceId, params.contactId)
        await store.contacts.remove(caller.workspaceId, contact.id)
        return okDeleted(contact.id)
      },
    }),
  ]
}
