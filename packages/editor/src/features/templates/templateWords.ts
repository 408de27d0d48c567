import type { Template } from '@parley/shared/api'
import { t } from '../../i18n/t.ts'
import type { Tone } from '../../ui/Badge.tsx'

export const STATUS_TONES: Readonly<Record<Template['status'], Tone>> = {
  APPROVED: 'success',
  PENDING: 'warning',
  REJECTED: 'danger',
  PAUSED: 'warning',
  DISABLED: 'neutral',
}

export const CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const

/** Ours for those that everybody has; programs may have made others. */
export function categoryName(category: string): string {
  const known = CATEGORIES.find((each) => each === category)
  return known ? t(`templates.categories.${known}`) : category
}
