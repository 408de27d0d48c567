import { Dialog as Radix } from 'radix-ui'
import { t } from '../i18n/t.ts'
import { lookOf } from '../nodes/index.ts'
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
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 flex animate-fade-in bg-overlay p-3 sm:p-[12vh]">
          <Radix.Content
            aria-describedby={undefined}
            className="mx-auto mt-0 h-fit w-full max-w-md animate-pop-in overflow-hidden rounded-panel border border-line bg-surface shadow-dialog"
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              if (editor.panels.getState().openNodeId === null) editor.viewport?.focus()
            }}
          >
            <Radix.Title className="sr-only">{t('canvas.quick.title')}</Radix.Title>
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
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}
