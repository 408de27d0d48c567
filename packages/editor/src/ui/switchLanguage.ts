import { type LanguageChoice, setLanguage } from '../i18n/language.ts'
import { t } from '../i18n/t.ts'
import { toast } from './toast.ts'

/** Changes the language of the interface; says so when its texts cannot be fetched. */
export async function switchLanguage(choice: LanguageChoice): Promise<void> {
  try {
    await setLanguage(choice)
  } catch {
    toast({ tone: 'danger', title: t('shell.language.failed') })
  }
}
