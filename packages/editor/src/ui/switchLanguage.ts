import { type LanguageChoice, setLanguage } from '../i18n/language.ts'
import { t, useLocale } from '../i18n/t.ts'
import { keepFocus } from './keepFocus.ts'
import { toast } from './toast.ts'

/**
 * Changes the language of the interface; says so when its texts cannot be fetched. The app draws itself anew, but the
 * focus and the page stay where they are.
 */
export async function switchLanguage(choice: LanguageChoice): Promise<void> {
  const root = document.getElementById('root') ?? document.body
  // The list from which it was chosen closes first, and gives the focus back to what opened it.
  await nextTask()
  let putBack: (() => Promise<void>) | undefined
  // Called before anything is drawn.
  const stop = useLocale.subscribe(() => {
    putBack ??= keepFocus(root)
  })
  try {
    await setLanguage(choice)
  } catch {
    toast({ tone: 'danger', title: t('shell.language.failed') })
  } finally {
    stop()
  }
  await nextTask()
  await putBack?.()
}

const nextTask = () => new Promise((done) => setTimeout(done))
