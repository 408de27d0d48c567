import type { ConnectedNumber, FlowSummary } from '@parley/shared/api'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { ConnectionState } from '../../../document/connectDocument.ts'
import { aNode, anEditor, edgesOf } from '../../../testing/anEditor.ts'
import { FakeServer } from '../../../testing/FakeServer.ts'
import { renderPage } from '../../../testing/renderPage.tsx'
import { PublishDialog } from './PublishDialog.tsx'

const AT = '2026-11-21T09:00:00.000Z'
const NODES = [
  aNode('start', 'start', { triggers: [{ type: 'keyword', id: 'k', words: ['menu'] }] }),
  aNode('hello', 'text', { text: 'Hello' }, 'Greeting'),
]
const GOOD = { nodes: NODES, edges: edgesOf('start > hello') }

const aNumber = (number: Partial<ConnectedNumber>): ConnectedNumber => ({
  id: 'shop',
  name: 'Shop',
  channel: 'whatsapp-web',
  phone: '+4915112345678',
  status: 'connected',
  statusReason: '',
  wanted: 'connected',
  keyPrefix: 'pk',
  createdAt: AT,
  ...number,
})
const aSummary = (flow: Partial<FlowSummary>): FlowSummary => ({
  id: 'flow',
  name: 'Tea',
  description: '',
  revision: 3,
  publications: [],
  hasUnpublishedChanges: true,
  createdAt: AT,
  updatedAt: AT,
  ...flow,
})
const livePublication = (numberId: string, versionNumber = 2) => ({
  numberId,
  versionNumber,
  publishedAt: AT,
  trial: null,
})
const ONLINE: ConnectionState = {
  phase: 'online',
  isSaving: false,
  isKept: true,
  access: 'edit',
  refusal: null,
  peers: [],
  lost: null,
}

let server: FakeServer
beforeEach(() => {
  server = FakeServer.start()
  return () => vi.unstubAllGlobals()
})

function open({
  draft = GOOD,
  numbers = [aNumber({})],
  flow = {},
  others = [],
  connection = {},
}: {
  draft?: Parameters<typeof anEditor>[0]
  numbers?: readonly ConnectedNumber[]
  flow?: Partial<FlowSummary>
  others?: readonly FlowSummary[]
  connection?: Partial<ConnectionState>
} = {}) {
  const summary = aSummary(flow)
  server
    .on('GET /numbers', { data: numbers })
    .on('GET /flows/flow/summary', { data: summary })
    .on('GET /flows', { data: [summary, ...others] })
    .on('POST /flows/flow/publish', (body) => {
      // What the dialog sends is what the assertions are about.
      const { numberIds } = body as { numberIds: string[] }
      return {
        data: {
          version: {
            id: 'ver',
            versionNumber: 3,
            note: '',
            createdBy: 'user_olga',
            createdAt: AT,
            numberIds,
            trials: [],
          },
          publications: numberIds.map((id) => livePublication(id, 3)),
          conversations: { inProgress: 3, moving: 2, finishing: 1 },
        },
      }
    })
    .on('POST /flows/flow/unpublish', { data: summary })
    .on('GET /flows/flow/scheduled-publishes', { data: [] })
    .on('GET /flows/flow/conversations', {
      data: [{ numberId: 'shop', inProgress: 3, movable: 2 }],
    })
    .on('GET /contacts', { data: [] })
  const editor = anEditor(draft)
  const onClose = vi.fn<() => void>()
  const { user } = renderPage(
    <PublishDialog
      editor={editor}
      connection={{ store: createStore(() => ({ ...ONLINE, ...connection })) }}
      flowId="flow"
      isOpen
      onClose={onClose}
    />,
  )
  return { user, editor, onClose }
}

const publishButton = () => screen.findByRole('button', { name: 'Publish' })

describe('publishing', () => {
  it('takes the only number there is, and tells what to write to it afterwards', async () => {
    const { user } = open()
    await user.type(await screen.findByRole('textbox', { name: /What is new/ }), 'Shorter')
    await user.click(await publishButton())
    expect(await screen.findByText('Version 3 is live')).toBeTruthy()
    expect(server.bodiesOf('POST /flows/flow/publish')).toEqual([
      { numberIds: ['shop'], note: 'Shorter' },
    ])
    expect(screen.getByText('+4915112345678').closest('p')?.textContent).toBe(
      'Write “menu” to +4915112345678.',
    )
    expect(screen.getByRole('link', { name: 'Open the chat' }).getAttribute('href')).toBe(
      'https://wa.me/4915112345678?text=menu',
    )
  })

  it('is refused while there are errors, and leads to the node', async () => {
    const draft = {
      ...GOOD,
      nodes: [NODES[0] ?? aNode('start', 'start'), aNode('hello', 'text', { text: 5 }, 'Greeting')],
    }
    const { user, editor, onClose } = open({ draft })
    await user.click(await publishButton())
    expect(server.bodiesOf('POST /flows/flow/publish')).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Show me “Greeting”' }))
    expect(onClose).toHaveBeenCalled()
    expect(editor.panels.getState().openNodeId).toBe('hello')
  })

  it.each([
    ['while the last changes are not saved', { isSaving: true }],
    ['while the connection does not stand yet', { phase: 'connecting' as const }],
    ['while the page is offline', { phase: 'offline' as const }],
  ])('waits %s', async (_, connection) => {
    const { user } = open({ connection })
    await user.click(await publishButton())
    expect(server.bodiesOf('POST /flows/flow/publish')).toEqual([])
  })

  it('runs the tests of the flow before, and says which fail', async () => {
    const test = (id: string, script: string) => ({ id, name: `Test ${id}`, script })
    const tests = [test('1', 'Customer: menu\nBot: Hello'), test('2', 'Customer: menu\nBot: Hi')]
    open({ draft: { ...GOOD, settings: { tests } } })
    expect(await screen.findByText('1 test of this flow fails')).toBeTruthy()
    expect(screen.getByText('Test 2').parentElement?.textContent).toContain(
      'Line 2: the bot says “Hello” instead of “Hi”',
    )
  })

  it('says why the server refused', async () => {
    const { user } = open()
    server.on('POST /flows/flow/publish', {
      status: 422,
      code: 'VALIDATION_ERROR',
      message: 'The flow cannot be published: no start',
    })
    await user.click(await publishButton())
    expect((await screen.findByRole('alert')).textContent).toContain('no start')
  })

  it('stops answering on a number that is not chosen any more', async () => {
    const { user, onClose } = open({
      flow: { publications: [livePublication('shop')] },
      numbers: [aNumber({}), aNumber({ id: 'other', name: 'Other' })],
    })
    expect(await screen.findByText('Answers here with version 2')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: /Shop/ }))
    expect(screen.getByText('Will stop answering here')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Stop answering' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(server.bodiesOf('POST /flows/flow/unpublish')).toEqual([{ numberIds: ['shop'] }])
    expect(server.bodiesOf('POST /flows/flow/publish')).toEqual([])
  })

  it('warns of another flow that answers to the same word on the same number', async () => {
    server.on('GET /flows/menu/versions/2', {
      data: {
        id: 'ver2',
        versionNumber: 2,
        note: '',
        createdBy: null,
        createdAt: AT,
        numberIds: ['shop'],
        trials: [],
        flow: { nodes: NODES, edges: [], variables: [], settings: {} },
      },
    })
    const other = aSummary({
      id: 'menu',
      name: 'Old menu',
      publications: [livePublication('shop')],
    })
    open({ others: [other] })
    expect(await screen.findByText('Also here: Old menu')).toBeTruthy()
    expect(
      await screen.findByText('To “menu”, “Old menu” answers and this flow does not.'),
    ).toBeTruthy()
  })

  it('makes a sandbox number when there is none, and chooses it', async () => {
    const sandbox = aNumber({ id: 'sand', name: 'Sandbox', channel: 'sandbox', phone: '' })
    const { user } = open({ numbers: [] })
    server.on('POST /numbers', () => {
      server.on('GET /numbers', { data: [sandbox] })
      return { data: { ...sandbox, sessionKey: 'secret' } }
    })
    await user.click(await screen.findByRole('button', { name: 'Make a sandbox number' }))
    await user.click(await publishButton())
    await user.click(await screen.findByRole('button', { name: 'Write as a customer' }))
    expect(server.bodiesOf('POST /flows/flow/publish')).toEqual([{ numberIds: ['sand'] }])
    expect(screen.getByDisplayValue('menu')).toBeTruthy()
  })
})

describe('more choices', () => {
  const openChoices = async (given: Parameters<typeof open>[0] = {}) => {
    const opened = open(given)
    await opened.user.click(await screen.findByRole('button', { name: /More choices/ }))
    return opened
  }
  const bodies = () => server.bodiesOf('POST /flows/flow/publish')

  it('are folded away, and say what will happen without them', async () => {
    open()
    const more = await screen.findByRole('button', { name: /More choices/ })
    expect(more.textContent).toContain('Everyone · Now · Conversations in progress finish first')
    expect(screen.queryByRole('radio')).toBeNull()
  })

  it('start a trial with test contacts, and say who they are', async () => {
    const contact = { uuid: 'u', phone: '', profileImage: '', tags: [], attributes: {} }
    const more = {
      language: '',
      optedOut: false,
      isTestContact: true,
      createdAt: AT,
      lastMessageAt: null,
    }
    const { user } = await openChoices({
      flow: { publications: [livePublication('shop')] },
      numbers: [aNumber({}), aNumber({ id: 'other', name: 'Other' })],
    })
    server.on('GET /contacts', { data: [{ id: 'c1', name: 'Tess', ...contact, ...more }] })
    await user.click(screen.getByRole('radio', { name: 'Test contacts only' }))
    expect(await screen.findByText('Test contacts: Tess')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: /Shop/ }))
    // A trial takes nothing off: what is live stays.
    expect(screen.getByText('Stays with version 2')).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: /Other/ }))
    await user.click(screen.getByRole('button', { name: 'Start the trial' }))
    expect(await screen.findByText('Version 3 is on trial')).toBeTruthy()
    expect(bodies()).toEqual([{ numberIds: ['other'], audience: { type: 'testContacts' } }])
    expect(server.bodiesOf('POST /flows/flow/unpublish')).toEqual([])
  })

  it('say how somebody becomes a test contact while there is none', async () => {
    const { user } = await openChoices()
    await user.click(screen.getByRole('radio', { name: 'Test contacts only' }))
    expect(
      (await screen.findByRole('link', { name: 'In the contacts' })).getAttribute('href'),
    ).toBe('/contacts')
  })

  it('take a share from 1 to 99 per cent of new conversations', async () => {
    const { user } = await openChoices()
    await user.click(screen.getByRole('radio', { name: 'A share of new conversations' }))
    expect(screen.queryByRole('radio', { name: /Move/ })).toBeNull()
    const share = screen.getByRole('textbox', { name: 'Per cent' })
    await user.clear(share)
    await user.click(screen.getByRole('button', { name: 'Start the trial' }))
    expect(bodies()).toEqual([])
    expect(screen.getByText('Choose a share from 1 to 99 per cent.')).toBeTruthy()
    await user.type(share, '25')
    await user.click(screen.getByRole('button', { name: 'Start the trial' }))
    await screen.findByText('Version 3 is on trial')
    expect(bodies()).toEqual([
      { numberIds: ['shop'], audience: { type: 'percentage', percentage: 25 } },
    ])
  })

  it('move conversations in progress, and say before and after how many', async () => {
    const { user } = await openChoices()
    expect(
      await screen.findByText('3 conversations are in the middle of this flow on these numbers.'),
    ).toBeTruthy()
    expect(screen.getByText('2 of 3 can move.')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: /Move to this version/ }))
    await user.click(await publishButton())
    expect(await screen.findByText(/2 conversations in progress move to it/)).toBeTruthy()
    expect(screen.getByText('1 conversation finishes on the version it began with.')).toBeTruthy()
    expect(bodies()).toEqual([{ numberIds: ['shop'], conversations: 'move' }])
  })

  it('schedule by the clocks of the flow, which are named', async () => {
    const { user } = await openChoices({
      draft: { ...GOOD, settings: { timeZone: 'Asia/Kolkata' } },
    })
    server.on('POST /flows/flow/scheduled-publishes', (body) => ({
      // The answer repeats what was asked for.
      data: { ...aSchedule, ...(body as object) },
    }))
    await user.click(screen.getByRole('radio', { name: 'At a certain time' }))
    expect(screen.getByText('Time in Asia/Calcutta')).toBeTruthy()
    const time = screen.getByLabelText('Date and time')
    fireEvent.change(time, { target: { value: '2020-01-01T09:00' } })
    await user.click(screen.getByRole('button', { name: 'Schedule' }))
    expect(server.bodiesOf('POST /flows/flow/scheduled-publishes')).toEqual([])
    fireEvent.change(time, { target: { value: '2099-01-01T09:00' } })
    await user.click(screen.getByRole('button', { name: 'Schedule' }))
    expect(await screen.findByText('Version 3 is scheduled')).toBeTruthy()
    expect(server.bodiesOf('POST /flows/flow/scheduled-publishes')).toEqual([
      { numberIds: ['shop'], scheduledFor: '2099-01-01T03:30:00.000Z', timeZone: 'Asia/Calcutta' },
    ])
    expect(bodies()).toEqual([])
  })
})

const aSchedule = {
  id: 'sch',
  flowId: 'flow',
  versionNumber: 3,
  numberIds: ['shop'],
  audience: { type: 'everyone' },
  conversations: 'finish',
  scheduledFor: '2099-01-01T09:00:00.000Z',
  timeZone: 'UTC',
  createdBy: 'user_olga',
  createdAt: AT,
  status: 'waiting',
  problem: null,
}

describe('what is under way', () => {
  it('can be made live for everyone, or ended, by one press', async () => {
    const trial = { versionNumber: 3, audience: { type: 'testContacts' as const }, startedAt: AT }
    const { user } = open({ flow: { publications: [{ ...livePublication('shop'), trial }] } })
    server
      .on('POST /flows/flow/trial/promote', { status: 409, code: 'CONFLICT', message: 'Too late' })
      .on('POST /flows/flow/trial/end', { data: aSummary({}) })
    await user.click(
      await screen.findByRole('button', { name: 'Make live for everyone: version 3' }),
    )
    await user.click(screen.getByRole('button', { name: 'End the trial of version 3' }))
    await waitFor(() =>
      expect(server.bodiesOf('POST /flows/flow/trial/end')).toEqual([{ versionNumber: 3 }]),
    )
    expect(server.bodiesOf('POST /flows/flow/trial/promote')).toEqual([{ versionNumber: 3 }])
  })

  it('is cancelled, or dismissed with its reason when it failed', async () => {
    const { user } = open()
    server.on('GET /flows/flow/scheduled-publishes', {
      data: [
        aSchedule,
        { ...aSchedule, id: 'old', status: 'failed', problem: 'The number was deleted.' },
      ],
    })
    expect(await screen.findByText('The number was deleted.')).toBeTruthy()
    for (const id of ['sch', 'old']) {
      server.on(`DELETE /flows/flow/scheduled-publishes/${id}`, { data: { id, deleted: true } })
    }
    await user.click(screen.getByRole('button', { name: 'Cancel the publishing of version 3' }))
    await user.click(screen.getByRole('button', { name: /^Dismiss the failed/ }))
    await waitFor(() =>
      expect(server.requests.filter(({ route }) => route.startsWith('DELETE'))).toHaveLength(2),
    )
  })
})
