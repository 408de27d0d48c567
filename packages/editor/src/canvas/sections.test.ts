import { type Draft, type DraftNode, type JsonObject, withEdit } from '@parley/shared/draft'
import { describe, expect, it } from 'vitest'
import { anEditor } from '../testing/anEditor.ts'
import { overlaps } from './box.ts'
import { handleArrow } from './commands/arrows.ts'
import { removeSelection } from './commands/editing.ts'
import { commands } from './commands/index.ts'
import { addPiece, pieceOf } from './edits.ts'
import { boxOf } from './places.ts'
import { areaOf, contentsOf, hiddenIn, sectionData, toggleSection } from './sections.ts'
import { tidy } from './tidy.ts'

const node = (
  id: string,
  type: string,
  x: number,
  y: number,
  data: JsonObject = {},
): DraftNode => ({
  id,
  type,
  position: { x, y },
  data,
})

//   start ──> ┌ outer ──────────────────────────┐ ──> bye
//             │ hello ──> ┌ inner ── ask ─────┐ │
//             └───────────┴───────────────────┴─┘
const NODES = [
  node('start', 'start', 0, 100),
  node('hello', 'text', 440, 100, { text: 'Hello' }),
  node('ask', 'text', 860, 120, { text: 'Well?' }),
  node('bye', 'text', 1400, 100, { text: 'Bye' }),
  node('outer', 'section', 400, 0, { width: 800, height: 400 }),
  node('inner', 'section', 820, 40, { width: 340, height: 200 }),
]
const line = (source: string, target: string) => ({
  id: `${source}:next`,
  source,
  sourceHandle: 'next',
  target,
})
const DRAFT: Draft = {
  nodes: NODES,
  edges: [line('start', 'hello'), line('hello', 'ask'), line('ask', 'bye')],
  variables: [],
  settings: {},
}
const collapse = (draft: Draft, id: string) => withEdit(draft, toggleSection(draft, id))
const find = ({ nodes }: Pick<Draft, 'nodes'>, id: string): DraftNode => {
  const found = nodes.find((each) => each.id === id)
  if (!found) throw new Error(`There is no ${id}.`)
  return found
}

describe('an open section', () => {
  it('holds the cards whose middle lies on it, and sections that lie on it whole', () => {
    expect(contentsOf(NODES, 'outer')).toEqual(['hello', 'ask', 'inner'])
    expect(contentsOf(NODES, 'inner')).toEqual(['ask'])
  })

  it('hides nothing', () => {
    expect(hiddenIn(NODES).size).toBe(0)
  })
})

describe('a collapsed section', () => {
  it('hides what it held, and what comes to lie where it was open stays to be seen', () => {
    const draft = collapse(DRAFT, 'outer')
    expect([...hiddenIn(draft.nodes)]).toEqual([
      ['hello', 'outer'],
      ['ask', 'outer'],
      ['inner', 'outer'],
    ])
    const late = { ...draft, nodes: [...draft.nodes, node('late', 'text', 500, 200)] }
    expect(hiddenIn(late.nodes).has('late')).toBe(false)
    expect(contentsOf(late.nodes, 'outer')).not.toContain('late')
  })

  it('is what it was when it has been opened again', () => {
    const again = collapse(collapse(DRAFT, 'outer'), 'outer')
    expect(hiddenIn(again.nodes).size).toBe(0)
    expect(areaOf(find(again, 'outer'))).toEqual(areaOf(find(DRAFT, 'outer')))
  })

  it('within another one is stood for by the outermost', () => {
    const draft = collapse(collapse(DRAFT, 'inner'), 'outer')
    expect(hiddenIn(draft.nodes).get('ask')).toBe('outer')
    expect(hiddenIn(collapse(draft, 'outer').nodes).get('ask')).toBe('inner')
  })

  it('that hides the one that hides it hides neither', () => {
    const nodes = [
      node('a', 'section', 0, 0, { collapsed: ['b'] }),
      node('b', 'section', 0, 0, { collapsed: ['a'] }),
    ]
    expect(hiddenIn(nodes).size).toBe(0)
  })

  it('shows the lines to and from what it hides as its own, and none between what it hides', () => {
    const editor = anEditor(collapse(DRAFT, 'outer'))
    const { nodes, edges } = editor.canvas.store.getState()
    expect(nodes.map(({ id }) => id)).toEqual(['outer', 'start', 'bye'])
    expect(edges.map(({ id, source, target }) => [id, source, target])).toEqual([
      ['start:next', 'start', 'outer'],
      ['ask:next', 'outer', 'bye'],
    ])
    expect(editor.draft().edges).toEqual(DRAFT.edges)
  })

  it('opens on this canvas when somebody goes to what it hides, and the flow does not change', () => {
    const editor = anEditor(collapse(DRAFT, 'outer'))
    editor.goTo('ask')
    expect(editor.canvas.store.getState().nodes.map(({ id }) => id)).toContain('ask')
    expect(sectionData(find(editor.draft(), 'outer')).collapsed).not.toBeNull()
    editor.canvas.select(['outer'])
    commands.collapse.perform(editor)
    expect(editor.canvas.standIn('ask')).toBe('outer')
  })
})

describe('on the canvas, a section', () => {
  it('lies behind everything', () => {
    const { nodes } = anEditor(DRAFT).canvas.store.getState()
    expect(nodes.slice(0, 2).map(({ id }) => id)).toEqual(['outer', 'inner'])
  })

  it('takes along what it holds when it is dragged, as one step of undo', () => {
    const editor = anEditor(DRAFT)
    const drag = (id: string, x: number, y: number) =>
      ({ type: 'position', id, position: { x, y }, dragging: true }) as const
    // What is selected with it is told, too, and moves once.
    editor.canvas.changeNodes([drag('ask', 870, 130), drag('outer', 410, 10)])
    editor.canvas.changeNodes([drag('ask', 960, 140), drag('outer', 500, 20)])
    const places = new Map(editor.canvas.draggedPlaces().map(({ id, position }) => [id, position]))
    expect(Object.fromEntries(places)).toEqual({
      outer: { x: 500, y: 20 },
      hello: { x: 540, y: 120 },
      ask: { x: 960, y: 140 },
      inner: { x: 920, y: 60 },
    })
  })

  it('takes along what it holds when it is moved by keys', () => {
    const editor = anEditor(DRAFT)
    editor.canvas.select(['inner'])
    const key = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: true }
    handleArrow(editor, { key: 'ArrowDown', ...key })
    expect(editor.node('ask')?.position).toEqual({ x: 860, y: 136 })
    expect(editor.node('hello')?.position).toEqual({ x: 440, y: 100 })
  })

  it('is made around what is selected, and holds it', () => {
    const editor = anEditor({ ...DRAFT, nodes: NODES.slice(0, 4) })
    editor.canvas.select(['hello', 'ask'])
    commands.makeSection.perform(editor)
    const made = find(editor.draft(), editor.draft().nodes.at(-1)?.id ?? '')
    expect(contentsOf(editor.draft().nodes, made.id)).toEqual(['hello', 'ask'])
    expect(editor.writing.getState()?.nodeId).toBe(made.id)
    editor.undo()
    expect(editor.draft().nodes).toHaveLength(4)
  })

  it('goes alone when it is deleted', () => {
    const editor = anEditor(collapse(DRAFT, 'outer'))
    editor.canvas.select(['outer'])
    removeSelection(editor)
    expect(editor.draft().nodes.map(({ id }) => id)).toEqual([
      'start',
      'hello',
      'ask',
      'bye',
      'inner',
    ])
  })
})

describe('a copy of a section', () => {
  it('has copies of what it holds, also of what it hides', () => {
    const draft = collapse(DRAFT, 'outer')
    const piece = pieceOf(draft, ['outer'])
    expect(piece.nodes.map(({ id }) => id)).toEqual(['hello', 'ask', 'outer', 'inner'])
    let count = 0
    const { putNodes = [] } = addPiece(piece, { newId: () => `copy${(count += 1)}` })
    const copy = putNodes.find(({ type, data }) => type === 'section' && data['collapsed'] !== null)
    expect(copy && sectionData(copy).collapsed).toEqual(['copy1', 'copy2', 'copy4'])
  })

  it('lies where nothing of the original lies on it', () => {
    const { putNodes = [] } = addPiece(pieceOf(DRAFT, ['outer']), { newId: () => 'copy' })
    const copy = putNodes.find(({ data }) => data['width'] === 800)
    expect(copy && overlaps(areaOf(copy), areaOf(find(DRAFT, 'outer')))).toBe(false)
  })
})

describe('tidying up', () => {
  it('keeps what a section holds on it, and everything else off it', async () => {
    const tidied = withEdit(DRAFT, await tidy(DRAFT, []))
    expect(contentsOf(tidied.nodes, 'outer')).toEqual(['hello', 'ask', 'inner'])
    expect(contentsOf(tidied.nodes, 'inner')).toEqual(['ask'])
    const area = areaOf(find(tidied, 'outer'))
    expect(overlaps(area, boxOf(find(tidied, 'start')))).toBe(false)
    expect(overlaps(area, boxOf(find(tidied, 'bye')))).toBe(false)
  })

  it('moves what a collapsed section hides along with it', async () => {
    const draft = collapse(DRAFT, 'outer')
    const tidied = withEdit(draft, await tidy(draft, []))
    const by = (id: string) => find(tidied, id).position.x - find(draft, id).position.x
    expect(by('hello')).toBe(by('outer'))
    expect(by('ask')).toBe(by('outer'))
  })
})
