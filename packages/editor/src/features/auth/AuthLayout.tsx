import '../../i18n/withAuthTexts.ts'
import type { ReactNode } from 'react'
import { t } from '../../i18n/t.ts'
import { Logo } from '../../ui/Logo.tsx'
import { BrandPicture } from './BrandPicture.tsx'
import { LanguageBar } from './LanguageBar.tsx'

/** The frame of the pages before the login: the form, and beside it (where there is room) what this is about. */
export function AuthLayout({
  title,
  help,
  children,
}: {
  title: string
  help?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex min-h-dvh bg-surface">
      <title>{`${title} · ${t('common.appName')}`}</title>
      <main className="flex min-w-0 flex-1 flex-col px-5 py-6 sm:px-10">
        <div className="flex items-center gap-2.5">
          <Logo />
          <span className="text-lg font-semibold tracking-tight">{t('common.appName')}</span>
        </div>
        <div className="m-auto w-full max-w-sm py-10">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {help && <p className="mt-2 text-sm leading-relaxed text-ink-muted">{help}</p>}
          <div className="mt-7">{children}</div>
        </div>
        <LanguageBar />
      </main>
      <aside className="hidden w-[46%] max-w-3xl flex-col justify-center gap-10 bg-sunken p-12 lg:flex">
        <BrandPicture />
        <div className="mx-auto max-w-md text-center">
          <p className="text-xl font-semibold tracking-tight text-balance">
            {t('auth.pitchTitle')}
          </p>
          <p className="mt-2 text-sm leading-relaxed text-balance text-ink-muted">
            {t('auth.pitch')}
          </p>
        </div>
      </aside>
    </div>
  )
}
