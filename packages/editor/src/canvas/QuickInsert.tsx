import { t } from '../i18n/t.ts'
import { lookOf } from '../nodes/index.ts'
import { CommandDialog } from '../ui/CommandDialog.tsx'
import { CommandMenu } from '../ui/CommandMenu.tsx'
import { useFlowEditor, usePanels } from './FlowEditor.ts'
import { paletteSections } from './palette.ts'

/** Type a few letters, press Enter, and the step is there and connected. */
export function QuickInsert() {
  const editor = useFlowEditor()
  const where = usePanels(({ quickInsert }) => quickInsert)
  if (!where) return null
  const close = () => editor.panels.setState({ quickInsert: null })
  return (
    <CommandDialog
      title={t('canvas.quick.title')}
      width="narrow"
      onClose={close}
      onCloseFocus={() => {
        if (editor.panels.getState().openNodeId === null) editor.viewport?.focus()
      }}
    >
      <CommandMenu
        label={t('canvas.quick.title')}
        placeholder={t('canvas.quick.placeholder')}
        empty={t('canvas.quick.empty')}
        groups={paletteSections().map(({ group, types }) => ({
          id: group,
          heading: t(`nodes.groups.${group}`),
          items: types.map((type) => {
            const { icon: Icon } = lookOf(type)
            return {
              id: type,
              label: t(`nodes.types.${type}.title`),
              keywords: [t(`nodes.types.${type}.hint`), t(`nodes.types.${type}.keywords`)],
              icon: <Icon />,
              onSelect: () =>
                editor.insert(type, {
                  at: where.at,
                  from: where.from,
                  edgeId: where.edgeId,
                }),
            }
          }),
        }))}
      />
    </CommandDialog>
  )
}
