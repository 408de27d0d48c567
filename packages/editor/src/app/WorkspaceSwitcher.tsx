import { ChevronsUpDown, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useMe, useWorkspace } from '../api/access.ts'
import { t } from '../i18n/t.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { cn } from '../ui/cn.ts'
import { DropdownMenu } from '../ui/DropdownMenu.tsx'
import type { MenuItem } from '../ui/menuItems.tsx'
import { useSwitchWorkspace } from './useSwitchWorkspace.ts'

const NewWorkspaceDialog = lazy(async () => ({
  default: (await import('./NewWorkspaceDialog.tsx')).NewWorkspaceDialog,
}))

/** Says in which workspace one is, and goes to another or makes a new one. */
export function WorkspaceSwitcher({ look = 'framed' }: { look?: 'framed' | 'plain' }) {
  const { workspaces } = useMe()
  const current = useWorkspace()
  const switchWorkspace = useSwitchWorkspace()
  const [isCreating, setCreating] = useState(false)
  const items: MenuItem[] = [
    { type: 'heading', label: t('shell.workspace.heading') },
    ...workspaces.map(
      ({ id, name }): MenuItem => ({
        type: 'check',
        label: name,
        icon: <Avatar name={name} size="sm" shape="square" />,
        isChecked: id === current.id,
        onSelect: () => {
          if (id !== current.id) void switchWorkspace(id)
        },
      }),
    ),
    { type: 'separator' },
    { label: t('shell.workspace.create'), icon: <Plus />, onSelect: () => setCreating(true) },
  ]
  return (
    <>
      <DropdownMenu items={items} align="start">
        <button
          type="button"
          aria-label={t('shell.workspace.label', { name: current.name })}
          className={cn(
            'flex w-full min-w-0 items-center gap-2.5 rounded-control p-1.5 text-start hover:bg-hover',
            look === 'framed' && 'border border-line',
          )}
        >
          {look === 'framed' && <Avatar name={current.name} size="sm" shape="square" />}
          <span className="min-w-0 flex-1 truncate text-sm font-medium" dir="auto">
            {current.name}
          </span>
          <ChevronsUpDown className="size-4 shrink-0 text-ink-faint" aria-hidden />
        </button>
      </DropdownMenu>
      {isCreating && (
        <Suspense>
          <NewWorkspaceDialog onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </>
  )
}
