import { t } from '../i18n/t.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'
import type { FlowEditor } from './FlowEditor.ts'

/** What a screen reader hears of a node that has been selected. */
export function describeNode(editor: FlowEditor, nodeId: string): string {
  const { nodes } = editor.draft()
  const node = editor.node(nodeId)
  if (!node) return ''
  const text = node.data['text']
  return t('canvas.said.selected', {
    title: nodeTitle(node),
    position: nodes.indexOf(node) + 1,
    count: nodes.length,
    text: typeof text === 'string' ? text.slice(0, 120) : '',
  })
}
