import { render, screen } from '@testing-library/react'
import '../../i18n/withCanvasTexts.ts'
import { expect, it } from 'vitest'
import guide from '../../../../../docs/editor.md?raw'
import { commands } from '../../canvas/commands/index.ts'
import { FlowEditorContext } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { anEditor } from '../../testing/anEditor.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'

const withKeys = Object.values(commands).filter(({ shortcuts }) => shortcuts.length > 0)

it('lists every command that has a shortcut', () => {
  const editor = anEditor({ nodes: [], edges: [] })
  editor.panels.setState({ hasShortcuts: true })
  render(
    <FlowEditorContext value={editor}>
      <ShortcutsDialog />
    </FlowEditorContext>,
  )
  const listed = screen.getAllByRole('term').map(({ textContent }) => textContent)
  expect(listed).toEqual(expect.arrayContaining(withKeys.map(({ label }) => t(label))))
})

it('says the same as the table in docs/editor.md', () => {
  const lines = guide.split('\n').filter((line) => line.startsWith('| `'))
  const wanted = withKeys.map(({ label, shortcuts }) => {
    const keys = shortcuts.map(
      (each) =>
        `\`${each
          .split(/\+(?!$)/u)
          .map(keyName)
          .join('+')}\``,
    )
    return `| ${keys.join(' or ')} | ${t(label)} |`
  })
  expect(lines.filter((line) => !line.includes('Arrow'))).toEqual(wanted)
})

/** Keys as people read them. */
const keyName = (key: string): string =>
  key === 'mod' ? 'Ctrl' : key.slice(0, 1).toUpperCase() + key.slice(1)
