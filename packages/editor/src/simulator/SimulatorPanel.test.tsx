import type { Draft } from '@parley/shared/draft'
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { FlowEditor } from '../canvas/FlowEditor.ts'
import { aNode, anEditor, edgesOf } from '../testing/anEditor.ts'
import { FakeServer } from '../testing/FakeServer.ts'
import { renderPage } from '../testing/renderPage.tsx'
import { runTests } from './flowTests/runTests.ts'
import { testInBackground } from './flowTests/testInBackground.ts'
import { SimulatorPanel } from './SimulatorPanel.tsx'

//  [start: hi] ─► [Menu: Order | Shop | Later] ─ order ─► [Shop system: GET] ─ success ─► [text]
//                             ├─ shop ─► [ctaUrl]             └─ failure ─► [text]
//                             └─ later ─► [delay 2 h] ─► [text]
const FLOW = {
  nodes: [
    aNode('start', 'start', { triggers: [{ type: 'keyword', id: 'k', words: ['hi', 'menu'] }] }),
    aNode(
      'menu',
      'buttons',
      {
        text: 'Hello {{ contact.name }}, how can I help?',
        buttons: [
          { id: 'order', title: 'My order' },
          { id: 'shop', title: 'The shop' },
          { id: 'later', title: 'Later' },
        ],
      },
      'Main menu',
    ),
    aNode(
      'call',
      'httpRequest',
      {
        method: 'POST',
        url: 'https://shop.example/orders',
        body: { type: 'json', json: '{"phone":"{{ contact.phone }}"}' },
        mapping: [{ path: 'state', variable: 'state' }],
      },
      'Shop system',
    ),
    aNode('state', 'text', { text: 'It is {{ state }}.' }),
    aNode('down', 'text', { text: 'Our system is down.' }),
    aNode('link', 'ctaUrl', { text: 'Look', buttonText: 'Visit', url: 'https://shop.example' }),
    aNode('wait', 'delay', { type: 'for', amount: 2, unit: 'hours' }),
    aNode('remind', 'text', { text: 'Here I am again.' }),
  ],
  edges: edgesOf(
    'start > menu',
    'menu.order > call',
    'call.success > state',
    'call.failure > down',
    'menu.shop > link',
    'menu.later > wait',
    'wait > remind',
  ),
}

let server: FakeServer
beforeEach(() => {
  server = FakeServer.start().on('GET /numbers', { data: [] })
  return () => vi.unstubAllGlobals()
})

function open(editor: FlowEditor = anEditor(FLOW), role: 'owner' | 'viewer' = 'owner') {
  const onClose = vi.fn<() => void>()
  const panel = (isOpen: boolean) => (
    <SimulatorPanel editor={editor} flowId="flow" isOpen={isOpen} onClose={onClose} />
  )
  const { rerender, user } = renderPage(panel(true), { role })
  return {
    editor,
    user,
    onClose,
    show: (isOpen: boolean) => rerender(panel(isOpen)),
    write: async (words: string) => {
      await user.click(screen.getByLabelText('Message of the contact'))
      await user.paste(words)
      await user.keyboard('{Enter}')
    },
    chat: () => within(screen.getByRole('log')),
  }
}

describe('the simulator', () => {
  it('begins with a suggested keyword, takes a tap, and lights the way on the canvas', async () => {
    const { user, chat, editor } = open()
    await user.click(screen.getByRole('button', { name: 'menu' }))
    expect(chat().getByText('Hello Ana, how can I help?')).toBeTruthy()
    expect(editor.lit.getState().currentNodeId).toBe('menu')

    await user.click(chat().getByRole('button', { name: 'The shop' }))
    expect(chat().getByRole('link', { name: 'Visit' })).toBeTruthy()
    expect(chat().getByText('The flow has ended')).toBeTruthy()
    const { currentNodeId, visitedNodeIds, visitedEdgeIds } = editor.lit.getState()
    expect(currentNodeId).toBeNull()
    expect([...visitedNodeIds]).toEqual(['start', 'menu', 'link'])
    expect([...visitedEdgeIds]).toEqual(['start > menu', 'menu.shop > link'])
  })

  it('keeps the conversation while it is closed, and shows nothing on the canvas then', async () => {
    const { write, show, chat, editor } = open()
    await write('hi')
    show(false)
    expect(editor.lit.getState().visitedNodeIds.size).toBe(0)
    show(true)
    expect(chat().getByText(/how can I help/)).toBeTruthy()
    expect(editor.lit.getState().currentNodeId).toBe('menu')
  })

  it('shows the same conversation as another channel would', async () => {
    const { user, write, chat } = open()
    await user.click(screen.getByRole('combobox', { name: 'Shown as on' }))
    await user.click(screen.getByRole('option', { name: 'Telegram' }))
    await write('hi')
    expect(chat().queryByText(/Adapted/)).toBeNull()
    expect(chat().getByRole('button', { name: 'Later' })).toBeTruthy()
  })

  it('follows the draft as it is now, not as it was when the panel opened', async () => {
    const { write, chat, editor } = open()
    editor.edit({
      putNodes: [aNode('menu', 'text', { text: 'Closed for today.' }, 'Main menu')],
    })
    await write('hi')
    expect(chat().getByText('Closed for today.')).toBeTruthy()
  })

  it('skips a delay', async () => {
    const { user, write, chat } = open()
    await write('hi')
    await write('3')
    expect(screen.getByText(/^Waits for 2 hours|^Waits for 1 hour, 59/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Skip waiting' }))
    expect(chat().getByText('Here I am again.')).toBeTruthy()
    expect(chat().getByText(/later$/)).toBeTruthy()
  })

  it('starts again, and at the node that is selected', async () => {
    const { user, write, chat, editor } = open()
    await write('hi')
    await user.click(screen.getByRole('button', { name: 'Start again' }))
    expect(screen.queryByRole('log')).toBeNull()
    editor.canvas.select(['remind'])
    await user.click(screen.getByRole('button', { name: 'Where to start' }))
    await user.click(await screen.findByRole('menuitem', { name: /From “Text”/ }))
    expect(chat().getByText('Here I am again.')).toBeTruthy()
  })

  it('begins at the node from which the canvas wants it to', async () => {
    const { chat, editor } = open()
    act(() => editor.tryFrom('remind'))
    expect(chat().getByText('Here I am again.')).toBeTruthy()
    expect(editor.panels.getState()).toMatchObject({ dock: 'simulator', tryFromNodeId: null })
  })

  it('tells the contact’s name and the values of variables', async () => {
    const { user, write, chat } = open()
    await user.click(screen.getByRole('button', { name: 'Contact' }))
    const name = screen.getByRole('textbox', { name: 'Name' })
    await user.clear(name)
    await user.type(name, 'Zoë')
    await write('hi')
    expect(chat().getByText('Hello Zoë, how can I help?')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Steps/ }))
    expect(screen.getByRole('button', { name: /Main menu.*waits here/ })).toBeTruthy()
  })

  it('sends what the contact attaches', async () => {
    const { user, write, chat } = open()
    await write('hi')
    await user.click(screen.getByRole('button', { name: 'Send something else' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Location' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Send a location' }))
    await user.click(dialog.getByRole('button', { name: 'Send' }))
    expect(chat().getByText('Central Station')).toBeTruthy()
  })

  it('sends the place that was chosen, typed or pasted', async () => {
    const shop = { latitude: -23.55, longitude: -46.63, name: 'Our shop', address: 'Rua A, 1' }
    const { user, write, chat } = open(
      anEditor({ ...FLOW, nodes: [...FLOW.nodes, aNode('place', 'location', shop)] }),
    )
    await write('hi')
    const ask = async () => {
      await user.click(screen.getByRole('button', { name: 'Send something else' }))
      await user.click(await screen.findByRole('menuitem', { name: 'Location' }))
      return within(await screen.findByRole('dialog', { name: 'Send a location' }))
    }
    const first = await ask()
    await user.click(first.getByRole('button', { name: 'Our shop' }))
    expect(first.getByLabelText('Latitude')).toHaveProperty('value', '-23.55')
    await user.click(first.getByRole('button', { name: 'Send' }))
    expect(chat().getByText('Our shop')).toBeTruthy()

    const second = await ask()
    const latitude = second.getByLabelText('Latitude')
    await user.clear(latitude)
    await user.paste('https://www.google.com/maps/@41.38,2.17,15z')
    expect(second.getByLabelText('Longitude')).toHaveProperty('value', '2.17')
    await user.clear(latitude)
    await user.type(latitude, '95')
    await user.click(second.getByRole('button', { name: 'Send' }))
    expect(screen.getByRole('dialog')).toBeTruthy()
    await user.clear(latitude)
    await user.type(latitude, '41.5')
    await user.click(second.getByRole('button', { name: 'Send' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(chat().getByText(/41\.5/)).toBeTruthy()
  })

  it('says that nothing would happen when no trigger matches', async () => {
    const { write, chat } = open()
    await write('good evening')
    expect(chat().getByText(/No trigger of this flow matches/)).toBeTruthy()
  })
})

it('says in the phone, where the message would stand, why it could not be filled in', async () => {
  const nodes = FLOW.nodes.map((node) =>
    node.id === 'link' ? aNode('link', 'text', { text: 'Pay {{ 5 | coins }}' }, 'Price') : node,
  )
  const { user, write, chat, editor } = open(anEditor({ ...FLOW, nodes }))
  await write('hi')
  await write('2')
  expect(chat().getByText(/^A text of “Price” could not be filled in: .*coins/)).toBeTruthy()
  await user.click(chat().getByRole('button', { name: 'Show the step' }))
  expect(editor.panels.getState().openNodeId).toBe('link')
})

describe('a request to another system', () => {
  const CALL = 'POST /flows/flow/simulate-http'

  it('is really made by the server', async () => {
    server.on(CALL, {
      data: { outcome: 'answered', status: 200, headers: {}, body: { state: 'on its way' } },
    })
    const { user, write, chat } = open()
    await write('hi')
    await write('1')
    await user.click(screen.getByRole('button', { name: 'Really ask' }))
    expect(await chat().findByText('It is on its way.')).toBeTruthy()
    expect(server.bodiesOf(CALL)).toMatchObject([
      { method: 'POST', url: 'https://shop.example/orders', body: '{"phone":"4915112345678"}' },
    ])
    await user.click(screen.getByRole('button', { name: /^Variables/ }))
    expect(screen.getByText('on its way')).toBeTruthy()
  })

  it('is answered by hand, and in the same way from then on', async () => {
    const { user, write, chat } = open()
    await write('hi')
    await write('1')
    await user.click(screen.getByRole('button', { name: 'Answer by hand' }))
    await user.click(screen.getByRole('radio', { name: 'Failure' }))
    await user.click(screen.getByRole('checkbox', { name: /Do the same/ }))
    await user.click(screen.getByRole('button', { name: 'Go on' }))
    expect(chat().getByText('Our system is down.')).toBeTruthy()
    await write('hi')
    await write('1')
    expect(chat().getAllByText('Our system is down.')).toHaveLength(2)
    expect(server.bodiesOf(CALL)).toEqual([])
  })

  it('says why the server did not make it, and can be answered by hand then', async () => {
    server.on(CALL, { status: 429, code: 'RATE_LIMITED', message: 'Too many requests' })
    const { user, write } = open()
    await write('hi')
    await write('1')
    await user.click(screen.getByRole('button', { name: 'Really ask' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Too many requests')
    expect(screen.getByRole('button', { name: 'Answer by hand' })).toBeTruthy()
  })

  it('is not made for those who may not publish', async () => {
    const { user, write } = open(anEditor(FLOW, { isReadOnly: true }), 'viewer')
    await write('hi')
    await write('1')
    await user.click(screen.getByRole('button', { name: 'Really ask' }))
    expect(server.bodiesOf(CALL)).toEqual([])
  })
})

describe('a draft that is not finished', () => {
  it('is tried as far as it goes, and leads to the node that is not finished', async () => {
    const nodes = FLOW.nodes.map((node) =>
      node.id === 'link' ? aNode('link', 'ctaUrl', { text: 'Look', url: 5 }, 'Shop link') : node,
    )
    const { user, write, chat, editor } = open(anEditor({ ...FLOW, nodes }))
    expect(screen.getByText('1 step cannot run yet')).toBeTruthy()
    await write('hi')
    await write('2')
    expect(chat().getByText(/“Shop link” would come next, but it cannot run yet/)).toBeTruthy()
    await user.click(chat().getByRole('button', { name: 'Show the step' }))
    await waitFor(() => expect(editor.panels.getState().openNodeId).toBe('link'))
  })

  it('says so when it has no start', () => {
    open(anEditor({ nodes: FLOW.nodes.slice(1), edges: [] }))
    expect(screen.getByText(/has no start yet/)).toBeTruthy()
  })
})

describe('a conversation saved as a test', () => {
  it('passes as long as the flow holds it, and says where it does not any more', async () => {
    const { user, write, editor } = open()
    // Without a thread of their own, which there is none of here.
    const thread = { run: async (draft: Draft) => runTests(draft), stop: () => undefined }
    onTestFinished(testInBackground(editor, thread))
    await write('hi')
    await user.click(screen.getByRole('button', { name: /^Tests/ }))
    await user.click(screen.getByRole('button', { name: 'Save as test' }))
    const script = await screen.findByRole('textbox', { name: 'Conversation' })
    expect(script).toHaveProperty(
      'value',
      'Customer: hi\nBot: Hello Ana, how can I help?\n  [My order]\n  [The shop]\n  [Later]',
    )
    expect(screen.getByText('The flow holds this conversation.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByLabelText('Passes')).toBeTruthy()
    expect(editor.draft().settings['tests']).toHaveLength(1)

    editor.edit({ putNodes: [aNode('menu', 'text', { text: 'Closed.' }, 'Main menu')] })
    expect(await screen.findByText(/^Line 2: the bot says “Closed.” instead of/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show where' }))
    expect(editor.panels.getState().openNodeId).toBe('menu')

    // It was meant so: the test takes it over.
    await user.click(screen.getByRole('button', { name: 'Edit the test “hi”' }))
    await user.click(await screen.findByRole('button', { name: /^Take over/ }))
    expect(screen.getByRole('textbox', { name: 'Conversation' })).toHaveProperty(
      'value',
      'Customer: hi\nBot: Closed.',
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByLabelText('Passes')).toBeTruthy()

    await user.click(screen.getByRole('button', { name: 'Remove the test “hi”' }))
    expect(editor.draft().settings['tests']).toEqual([])
  })
})
