import { Languages, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import { useNavigate } from 'react-router'
import { useMe } from '../api/access.ts'
import { isLocale, LOCALES } from '../i18n/locales.ts'
import { t, useLocale } from '../i18n/t.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { DropdownMenu } from '../ui/DropdownMenu.tsx'
import type { MenuItem } from '../ui/menuItems.tsx'
import { switchLanguage } from '../ui/switchLanguage.ts'
import { setTheme, type ThemeChoice, useTheme } from '../ui/theme.ts'
import { useLogout } from './useLogout.ts'

const THEMES: readonly { choice: ThemeChoice; Icon: typeof Sun }[] = [
  { choice: 'light', Icon: Sun },
  { choice: 'dark', Icon: Moon },
  { choice: 'system', Icon: Monitor },
]

/** Account, theme, language, logging out. */
export function UserMenu({ look = 'full' }: { look?: 'full' | 'avatar' }) {
  const { user } = useMe()
  const navigate = useNavigate()
  const logout = useLogout()
  const themeChoice = useTheme((state) => state.choice)
  const currentLocale = useLocale((state) => state.locale)
  const items: MenuItem[] = [
    { type: 'heading', label: user.email },
    {
      label: t('shell.user.profile'),
      icon: <UserRound />,
      onSelect: () => void navigate('/settings/profile'),
    },
    { type: 'separator' },
    { type: 'heading', label: t('shell.user.theme') },
    ...THEMES.map(
      ({ choice, Icon }): MenuItem => ({
        type: 'check',
        label: t(`shell.theme.${choice}`),
        icon: <Icon />,
        isChecked: themeChoice === choice,
        onSelect: () => setTheme(choice),
      }),
    ),
    { type: 'separator' },
    { type: 'heading', label: t('shell.language.label') },
    ...Object.entries(LOCALES).map(
      ([locale, { name }]): MenuItem => ({
        type: 'check',
        label: name,
        icon: <Languages />,
        isChecked: locale === currentLocale,
        onSelect: () => isLocale(locale) && void switchLanguage(locale),
      }),
    ),
    { type: 'separator' },
    {
      label: t('shell.user.logout'),
      icon: <LogOut className="rtl:-scale-x-100" />,
      onSelect: logout,
    },
  ]
  return (
    <DropdownMenu items={items} align={look === 'full' ? 'start' : 'end'}>
      <button
        type="button"
        className="flex min-w-0 items-center gap-2.5 rounded-control p-1.5 text-start hover:bg-hover"
      >
        <Avatar name={user.name} size={look === 'full' ? 'md' : 'sm'} />
        <span className="sr-only">{t('shell.user.label')}</span>
        {look === 'full' && (
          <span className="min-w-0 flex-1">
            <span className="block truncate text-sm font-medium" dir="auto">
              {user.name}
            </span>
            <span className="block truncate text-xs text-ink-muted" dir="auto">
              {user.email}
            </span>
          </span>
        )}
      </button>
    </DropdownMenu>
  )
}
