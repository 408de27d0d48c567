import {
  Braces,
  CircleAlert,
  Command,
  History,
  Keyboard,
  ListChecks,
  PanelsTopLeft,
  Rocket,
  Search,
  Settings2,
  Smartphone,
  TriangleAlert,
} from 'lucide-react'
import { problemText } from '../../i18n/problemText.ts'
import { t } from '../../i18n/t.ts'
import type { FlowEditor } from '../FlowEditor.ts'
import type { Dock } from '../panels.ts'
import { focusRegion } from '../regions.ts'
import { always, type Commands, selectedNodes } from './Command.ts'

const toggle =
  (dock: Dock) =>
  (editor: FlowEditor): void =>
    editor.openDock(editor.panels.getState().dock === dock ? null : dock)

/** Finding things in the flow, and what opens beside the canvas. Works wherever the focus is. */
export const finding = {
  commandMenu: {
    label: 'canvas.commands.commandMenu',
    icon: Command,
    shortcuts: ['mod+k', '/'],
    edits: false,
    everywhere: true,
    isPossible: always,
    perform: ({ panels }) => panels.setState(({ hasCommands }) => ({ hasCommands: !hasCommands })),
  },
  find: {
    label: 'canvas.commands.find',
    icon: Search,
    shortcuts: ['mod+f'],
    edits: false,
    everywhere: true,
    isPossible: always,
    perform: ({ panels }) =>
      panels.setState(({ findWanted }) => ({ isFinding: true, findWanted: findWanted + 1 })),
  },
  variables: {
    label: 'canvas.commands.variables',
    icon: Braces,
    shortcuts: ['shift+v'],
    edits: false,
    isPossible: always,
    perform: toggle('variables'),
  },
  nextProblem: {
    label: 'canvas.commands.nextProblem',
    icon: TriangleAlert,
    shortcuts: ['f8'],
    edits: false,
    everywhere: true,
    isPossible: always,
    perform: goToNextProblem,
  },
  problems: {
    label: 'canvas.commands.problems',
    icon: CircleAlert,
    shortcuts: [],
    edits: false,
    isPossible: always,
    perform: toggle('problems'),
  },
  simulator: {
    label: 'canvas.commands.simulator',
    icon: Smartphone,
    shortcuts: ['shift+s'],
    edits: false,
    isPossible: always,
    perform: toggle('simulator'),
  },
  publish: {
    label: 'canvas.commands.publish',
    icon: Rocket,
    shortcuts: ['shift+p'],
    edits: true,
    isPossible: always,
    perform: ({ panels }) => panels.setState({ isPublishing: true }),
  },
  tests: {
    label: 'flowTests.open',
    icon: ListChecks,
    shortcuts: [],
    edits: false,
    isPossible: always,
    perform: toggle('tests'),
  },
  versions: {
    label: 'publish.versions.open',
    icon: History,
    shortcuts: [],
    edits: false,
    isPossible: always,
    perform: toggle('versions'),
  },
  settings: {
    label: 'canvas.settings.title',
    icon: Settings2,
    shortcuts: [],
    edits: false,
    isPossible: always,
    perform: toggle('settings'),
  },
  nextRegion: {
    label: 'canvas.commands.nextRegion',
    icon: PanelsTopLeft,
    shortcuts: ['f6'],
    edits: false,
    everywhere: true,
    isPossible: always,
    perform: () => focusRegion(1),
  },
  previousRegion: {
    label: 'canvas.commands.previousRegion',
    icon: PanelsTopLeft,
    shortcuts: ['shift+f6'],
    edits: false,
    everywhere: true,
    isPossible: always,
    perform: () => focusRegion(-1),
  },
  shortcuts: {
    label: 'canvas.toolbar.shortcuts',
    icon: Keyboard,
    shortcuts: ['?'],
    edits: false,
    isPossible: always,
    perform: ({ panels }) => panels.setState({ hasShortcuts: true }),
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
  const [problem] = byNode.get(next) ?? []
  if (problem) editor.say(problemText(problem))
}
