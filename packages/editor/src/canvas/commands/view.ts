import { Focus, Maximize, WandSparkles, ZoomIn, ZoomOut } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { toast } from '../../ui/toast.ts'
import { tidy } from '../tidy.ts'
import { always, type Commands, selectedNodes } from './Command.ts'

/** What is in view, and where it stands. */
export const view = {
  tidy: {
    label: 'canvas.commands.tidy',
    icon: WandSparkles,
    shortcuts: ['shift+t'],
    edits: true,
    isPossible: always,
    perform: (editor) => {
      const chosen = selectedNodes(editor)
      tidy(editor.draft(), chosen.length > 1 ? chosen : []).then(
        (edit) => {
          editor.edit(edit)
          editor.viewport?.fit()
        },
        // What puts the cards in place is a download of its own.
        () => toast({ title: t('errors.noConnection'), tone: 'danger' }),
      )
    },
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
