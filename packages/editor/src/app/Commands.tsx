import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Monitor, Moon, Plus, Smartphone, Sun, Workflow } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useNavigate } from 'react-router'
import { useDenied } from '../api/access.ts'
import { flowsQuery } from '../api/flows.ts'
import { numbersQuery } from '../api/numbers.ts'
import { itemsOf } from '../api/pages.ts'
import { t } from '../i18n/t.ts'
import { type CommandGroup, CommandMenu } from '../ui/CommandMenu.tsx'
import { setTheme } from '../ui/theme.ts'
import { PAGES } from './navigation.ts'

const THEME_ICONS = { light: <Sun />, dark: <Moon />, system: <Monitor /> } as const

/** Ctrl or Cmd and K: go anywhere, do the usual things. */
export function Commands({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const denied = useDenied('editor')
  const flows = useInfiniteQuery(flowsQuery)
  const { data: numbers = [] } = useQuery(numbersQuery)
  const go = (path: string) => () => {
    onClose()
    void navigate(path)
  }
  const groups: CommandGroup[] = [
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
      ],
    },
  ]
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 flex animate-fade-in bg-overlay p-3 sm:p-[12vh]">
          <Radix.Content
            aria-describedby={undefined}
            className="mx-auto mt-0 h-fit w-full max-w-xl animate-pop-in overflow-hidden rounded-panel border border-line bg-surface shadow-dialog"
          >
            <Radix.Title className="sr-only">{t('shell.commands.title')}</Radix.Title>
            <CommandMenu
              label={t('shell.commands.title')}
              placeholder={t('shell.commands.placeholder')}
              empty={t('shell.commands.empty')}
              groups={groups.filter(({ items }) => items.length > 0)}
            />
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}
