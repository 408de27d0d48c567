import { useEffect } from 'react'
import { Canvas } from '../../../../canvas/Canvas.tsx'
import { type FlowEditor, FlowEditorContext } from '../../../../canvas/FlowEditor.ts'
import { MarkBadge } from '../../../../canvas/NodeMark.tsx'
import { t } from '../../../../i18n/t.ts'
import { FlowStoreContext } from '../../../../nodes/nodeTitle.ts'

const MARKS = ['added', 'removed', 'changed'] as const

/** Both flows over each other, to be looked at. A press on a node tells which. */
export function CompareCanvas({
  picture,
  onPress,
}: {
  picture: FlowEditor
  onPress: (nodeId: string) => void
}) {
  useEffect(
    () =>
      picture.panels.subscribe(({ openNodeId }, before) => {
        if (openNodeId !== null && openNodeId !== before.openNodeId) onPress(openNodeId)
      }),
    [picture, onPress],
  )
  return (
    <FlowEditorContext value={picture}>
      <FlowStoreContext value={picture.flow}>
        <Canvas name={t('compare.picture')} />
        <ul
          aria-label={t('compare.legend')}
          className="pointer-events-none absolute start-3 top-3 z-10 flex flex-wrap gap-1.5 rounded-card border border-line bg-surface p-2 shadow-card"
        >
          {MARKS.map((mark) => (
            <li key={mark} className="flex">
              <MarkBadge mark={mark} />
            </li>
          ))}
        </ul>
      </FlowStoreContext>
    </FlowEditorContext>
  )
}
