import { useState } from 'react'
import { recentCommands, withRecent } from '../features/commands/recent.ts'
import { useAppGroups } from '../features/commands/useAppGroups.tsx'
import { t } from '../i18n/t.ts'
import { CommandDialog } from '../ui/CommandDialog.tsx'
import { CommandMenu } from '../ui/CommandMenu.tsx'

/** Ctrl or Cmd and K: go anywhere, do the usual things. */
export function Commands({ onClose }: { onClose: () => void }) {
  const groups = useAppGroups(onClose)
  const [recent] = useState(recentCommands)
  return (
    <CommandDialog title={t('shell.commands.title')} onClose={onClose}>
      <CommandMenu
        label={t('shell.commands.title')}
        placeholder={t('shell.commands.placeholder')}
        empty={t('shell.commands.empty')}
        groups={withRecent(groups, { heading: t('shell.commands.recent'), recent })}
      />
    </CommandDialog>
  )
}
