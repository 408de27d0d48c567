import '../../i18n/withContactTexts.ts'
import { t } from '../../i18n/t.ts'

/** What to call a contact: the name, else the number. */
export const contactName = (contact: { readonly name: string; readonly phone: string }): string =>
  contact.name || contact.phone || t('contacts.noName')
