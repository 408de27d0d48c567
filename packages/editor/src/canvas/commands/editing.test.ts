import { afterEach, expect, it, vi } from 'vitest'
import { aNode, anEditor } from '../../testing/anEditor.ts'
import { useToasts } from '../../ui/toast.ts'
import { fromClipboardText } from '../clipboard.ts'
import { editing } from './editing.ts'

afterEach(() => vi.unstubAllGlobals())

/** A flow of which one card is selected, in a browser whose clipboard is this. */
function selectedIn(clipboard: Pick<Clipboard, 'writeText'>) {
  vi.stubGlobal('navigator', { clipboard })
  useToasts.setState({ toasts: [] })
  const editor = anEditor({ nodes: [aNode('hello', 'text', { text: 'Hello' })], edges: [] })
  editor.canvas.select(['hello'])
  return editor
}

it('takes off the canvas what it has cut', async () => {
  const written: string[] = []
  const editor = selectedIn({ writeText: async (text) => void written.push(text) })
  editing.cut.perform(editor)
  await expect.poll(() => editor.node('hello')).toBeUndefined()
  expect(fromClipboardText(written[0] ?? '')?.nodes).toMatchObject([{ id: 'hello' }])
})

it('leaves what it could not put on the clipboard where it is, and says so', async () => {
  const editor = selectedIn({ writeText: () => Promise.reject(new Error('denied')) })
  editing.cut.perform(editor)
  await expect
    .poll(() => useToasts.getState().toasts.map(({ title }) => title))
    .toContain('Your browser keeps the clipboard closed here. Use Ctrl+V instead.')
  expect(editor.node('hello')).toBeDefined()
})
