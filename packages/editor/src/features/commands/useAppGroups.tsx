import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Languages, Monitor, Moon, Plus, Smartphone, Sun, Workflow } from 'lucide-react'
import { useNavigate } from 'react-router'
import { useDenied } from '../../api/access.ts'
import { flowsQuery } from '../../api/flows.ts'
import { numbersQuery } from '../../api/numbers.ts'
import { itemsOf } from '../../api/pages.ts'
import { isLocale, LOCALES } from '../../i18n/locales.ts'
import { t } from '../../i18n/t.ts'
import type { CommandGroup } from '../../ui/CommandMenu.tsx'
import { switchLanguage } from '../../ui/switchLanguage.ts'
import { setTheme } from '../../ui/theme.ts'
import { PAGES } from './pages.ts'

const THEME_ICONS = { light: <Sun />, dark: <Moon />, system: <Monitor /> } as const

/** What can be gone to and done from anywhere: pages, flows, numbers, the usual things. */
export function useAppGroups(onClose: () => void): readonly CommandGroup[] {
  const navigate = useNavigate()
  const denied = useDenied('editor')
  const flows = useInfiniteQuery(flowsQuery)
  const { data: numbers = [] } = useQuery(numbersQuery)
  const go = (path: string) => () => {
    onClose()
    void navigate(path)
  }
  return [
    {
      id: 'go',
      heading: t('shell.commands.go'),
      items: PAGES.map(({ path, name, Icon }) => ({
        id: path,
        label: t(name),
        icon: <Icon />,
        onSelect: go(path),
      })),
    },
    {
      id: 'flow',
      heading: t('shell.commands.flows'),
      items: itemsOf(flows.data).map(({ id, name }) => ({
        id,
        label: name,
        icon: <Workflow />,
        onSelect: go(`/flows/${id}`),
      })),
    },
    {
      id: 'number',
      heading: t('shell.commands.numbers'),
      items: numbers.map(({ id, name, phone }) => ({
        id,
        label: name,
        detail: phone,
        keywords: [phone],
        icon: <Smartphone />,
        onSelect: go(`/numbers#${id}`),
      })),
    },
    {
      id: 'do',
      heading: t('shell.commands.do'),
      items: [
        ...(denied
          ? []
          : [
              {
                id: 'new-flow',
                label: t('shell.commands.newFlow'),
                icon: <Plus />,
                onSelect: go('/flows?create'),
              },
              {
                id: 'new-number',
                label: t('shell.commands.newNumber'),
                icon: <Plus />,
                onSelect: go('/numbers?create'),
              },
            ]),
        ...(['light', 'dark', 'system'] as const).map((choice) => ({
          id: `theme-${choice}`,
          label: t('shell.commands.themeTo', { theme: t(`shell.theme.${choice}`) }),
          icon: THEME_ICONS[choice],
          onSelect: () => {
            setTheme(choice)
            onClose()
          },
        })),
        ...Object.entries(LOCALES).map(([locale, { name }]) => ({
          id: `language-${locale}`,
          label: t('shell.commands.languageTo', { language: name }),
          icon: <Languages />,
          onSelect: () => {
            if (isLocale(locale)) void switchLanguage(locale)
            onClose()
          },
        })),
      ],
    },
  ]
}
