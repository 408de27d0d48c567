import '../i18n/withAuthTexts.ts'
import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { t } from '../i18n/t.ts'
import { Input } from './Input.tsx'

/** A password that can be looked at while typing. */
export function PasswordInput(props: ComponentProps<'input'>) {
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <div className="relative">
      <Input {...props} type={isShown ? 'text' : 'password'} className="pe-11" />
      <button
        type="button"
        aria-label={isShown ? t('auth.hidePassword') : t('auth.showPassword')}
        onClick={() => setShown(!isShown)}
        className="absolute end-1 top-1/2 -translate-y-1/2 rounded-md p-2 text-ink-faint hover:text-ink"
      >
        <Icon className="size-4" aria-hidden />
      </button>
    </div>
  )
}
