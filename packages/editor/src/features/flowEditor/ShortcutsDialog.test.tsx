import { render, screen } from '@testing-library/react'
import '../../i18n/withCanvasTexts.ts'
import { expect, it } from 'vitest'
import { commands } from '../../canvas/commands/index.ts'
import { FlowEditorContext } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { anEditor } from '../../testing/anEditor.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'

it('lists every command that has a shortcut', () => {
  const editor = anEditor({ nodes: [], edges: [] })
  editor.panels.setState({ hasShortcuts: true })
  render(
    <FlowEditorContext value={editor}>
      <ShortcutsDialog />
    </FlowEditorContext>,
  )
  const listed = screen.getAllByRole('term').map(({ textContent }) => textContent)
  const wanted = Object.values(commands).filter(({ shortcuts }) => shortcuts.length > 0)
  expect(listed).toEqual(expect.arrayContaining(wanted.map(({ label }) => t(label))))
})
