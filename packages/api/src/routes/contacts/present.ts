import type { ContactRecord } from '@parley/runtime/pipeline'
import type { Contact } from '@parley/shared/api'
import { toInstant, toSecond } from '../../http/answers.ts'

export const presentContact = (contact: ContactRecord): Contact => ({
  id: contact.id,
  uuid: contact.uuid,
  phone: presentPhone(contact.phone),
  name: contact.name,
  profileImage: '',
  tags: [...contact.tags],
  attributes: { ...contact.attributes },
  language: contact.language,
  optedOut: contact.optedOut,
  isTestContact: contact.isTestContact ?? false,
  createdAt: toInstant(contact.createdAt),
  lastMessageAt: contact.lastMessageAt === null ? null : toSecond(contact.lastMessageAt),
})

export const presentPhone = (digits: string): string => (digits === '' ? '' : `+${digits}`)
