import {
  Focus,
  Keyboard,
  Maximize,
  Search,
  TriangleAlert,
  WandSparkles,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { t } from '../../i18n/t.ts'
import type { FlowEditor } from '../FlowEditor.ts'
import { tidy } from '../tidy.ts'
import { always, type Commands, selectedNodes } from './Command.ts'

/** Finding one's way, and what is in view. */
export const view = {
  tidy: {
    label: 'canvas.commands.tidy',
    icon: WandSparkles,
    shortcuts: ['shift+t'],
    edits: true,
    isPossible: always,
    perform: (editor) => {
      const chosen = selectedNodes(editor)
      void tidy(editor.draft(), chosen.length > 1 ? chosen : []).then((edit) => {
        editor.edit(edit)
        editor.viewport?.fit()
      })
    },
  },
  find: {
    label: 'canvas.commands.find',
    icon: Search,
    shortcuts: ['mod+f', '/'],
    edits: false,
    isPossible: always,
    perform: ({ panels }) => panels.setState({ nodeMenu: { purpose: 'goTo' } }),
  },
  nextProblem: {
    label: 'canvas.commands.nextProblem',
    icon: TriangleAlert,
    shortcuts: ['f8'],
    edits: false,
    isPossible: always,
    perform: goToNextProblem,
  },
  shortcuts: {
    label: 'canvas.toolbar.shortcuts',
    icon: Keyboard,
    shortcuts: ['?'],
    edits: false,
    isPossible: always,
    perform: ({ panels }) => panels.setState({ hasShortcuts: true }),
  },
  fit: {
    label: 'canvas.commands.fit',
    icon: Maximize,
    shortcuts: ['1'],
    edits: false,
    isPossible: always,
    perform: ({ viewport }) => viewport?.fit(),
  },
  zoomToSelection: {
    label: 'canvas.commands.zoomToSelection',
    icon: Focus,
    shortcuts: ['2'],
    edits: false,
    isPossible: (editor) => selectedNodes(editor).length > 0,
    perform: (editor) => editor.viewport?.fit(selectedNodes(editor)),
  },
  zoomIn: {
    label: 'canvas.commands.zoomIn',
    icon: ZoomIn,
    shortcuts: ['+', '='],
    edits: false,
    isPossible: always,
    perform: ({ viewport }) => viewport?.zoomBy(1.25),
  },
  zoomOut: {
    label: 'canvas.commands.zoomOut',
    icon: ZoomOut,
    shortcuts: ['-'],
    edits: false,
    isPossible: always,
    perform: ({ viewport }) => viewport?.zoomBy(0.8),
  },
} as const satisfies Commands

/** Round the nodes that have problems, from the one that is selected. */
function goToNextProblem(editor: FlowEditor): void {
  const { byNode } = editor.problems.store.getState()
  const nodeIds = editor.draft().nodes.flatMap(({ id }) => (byNode.has(id) ? [id] : []))
  const [selected] = selectedNodes(editor)
  const next = nodeIds[(nodeIds.indexOf(selected ?? '') + 1) % nodeIds.length]
  if (next === undefined) return editor.say(t('canvas.problems.none'))
  editor.goTo(next)
  editor.say(byNode.get(next)?.[0]?.message ?? '')
}
