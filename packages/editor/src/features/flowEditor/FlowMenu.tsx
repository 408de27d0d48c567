import '../../i18n/withFlowTexts.ts'
import { type FlowSummary, toFlowFile } from '@parley/shared/api'
import { Download, EllipsisVertical, History, Languages, ListChecks, Settings2 } from 'lucide-react'
import { type CommandId, commands } from '../../canvas/commands/index.ts'
import { useFlowEditor } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { DropdownMenu } from '../../ui/DropdownMenu.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { MenuItem } from '../../ui/menuItems.tsx'
import { saveFile } from '../../ui/saveFile.ts'
import { toast } from '../../ui/toast.ts'
import { flowFileName } from '../flows/flowFile.ts'

/** Everything about the flow that is not needed all the time. */
export function FlowMenu({ flow }: { flow: FlowSummary }) {
  const editor = useFlowEditor()
  const command = (id: CommandId): MenuItem => {
    const { label, icon: Icon, shortcuts, perform } = commands[id]
    return {
      label: t(label),
      icon: <Icon />,
      shortcut: shortcuts[0],
      onSelect: () => perform(editor),
    }
  }
  const save = () => {
    const { nodes, edges, variables, settings } = editor.draft()
    const file = flowFileName(flow.name)
    const draft = { nodes: [...nodes], edges: [...edges], variables: [...variables], settings }
    saveFile(file, toFlowFile({ name: flow.name, description: flow.description, draft }))
    toast({ title: t('flows.exported', { file }), tone: 'success' })
  }
  return (
    <DropdownMenu
      items={[
        command('commandMenu'),
        command('find'),
        command('variables'),
        command('nextProblem'),
        { type: 'separator' },
        {
          label: t('flowTests.open'),
          icon: <ListChecks />,
          onSelect: () => editor.openDock('tests'),
        },
        {
          label: t('publish.versions.open'),
          icon: <History />,
          onSelect: () => editor.openDock('versions'),
        },
        {
          label: t('canvas.settings.title'),
          icon: <Settings2 />,
          onSelect: () => editor.openDock('settings'),
        },
        {
          label: t('languages.table'),
          icon: <Languages />,
          onSelect: () => editor.openDock('translations'),
        },
        { label: t('flows.export'), icon: <Download />, onSelect: save },
        { type: 'separator' },
        command('shortcuts'),
      ]}
    >
      <IconButton tooltipSide="bottom" label={t('common.more')} icon={<EllipsisVertical />} />
    </DropdownMenu>
  )
}
