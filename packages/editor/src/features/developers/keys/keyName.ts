import { type ApiKey, NUMBER_KEY_NAMES } from '@parley/shared/api'
import { t } from '../../../i18n/t.ts'

/** What a key is called: by whoever made it, or, when it came with a number, in the language of the interface. */
export function keyName({ name }: Pick<ApiKey, 'name'>): string {
  if (name === NUMBER_KEY_NAMES.primary) return t('keys.ofNumber.primary')
  if (name === NUMBER_KEY_NAMES.instance) return t('keys.ofNumber.instance')
  return name
}
