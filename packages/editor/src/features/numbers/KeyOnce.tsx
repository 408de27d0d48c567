import { KeyRound } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { CopyField } from '../../ui/CopyField.tsx'

/** A number's key, at the only moment at which it can be seen. */
export const KeyOnce = ({ sessionKey }: { sessionKey: string }) => (
  <div className="flex gap-3">
    <KeyRound className="mt-0.5 size-5 shrink-0 text-primary" aria-hidden />
    <div className="min-w-0 flex-1">
      <p className="mb-3 text-sm leading-relaxed text-ink-muted">{t('numbers.create.keyHelp')}</p>
      <CopyField value={sessionKey} label={t('numbers.create.key')} />
    </div>
  </div>
)
