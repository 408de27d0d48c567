import {
  HocuspocusProvider,
  HocuspocusProviderWebsocket,
  WebSocketStatus,
} from '@hocuspocus/provider'
import type * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Work } from './followWork.ts'
import { keepUnsaved } from './keepUnsaved.ts'
import { createUnsavedStore } from './unsavedStore.ts'

/** Somebody else who has the flow open. */
export interface Peer {
  readonly clientId: number
  readonly name: string
  /** Index into the palette of people's colours. */
  readonly colour: number
  /** Nodes that they have selected. */
  readonly nodeIds: readonly string[]
}

/** Where the pointer of somebody else is, in canvas coordinates. */
export interface PeerCursor {
  readonly clientId: number
  readonly name: string
  readonly colour: number
  readonly x: number
  readonly y: number
}

export type Refusal = 'signedOut' | 'forbidden' | 'notFound' | 'tooLarge'

export interface ConnectionState {
  /**
   * `loading` until the draft has come for the first time, `unreachable` when it does not come; `connecting` when it came
   * by another way and can be drawn.
   */
  readonly phase: 'loading' | 'unreachable' | 'connecting' | 'online' | 'offline'
  /** True while something done here is not yet on the server's disk. */
  readonly isSaving: boolean
  /** True while what is not saved is kept on this device; false: it lives as long as the tab. */
  readonly isKept: boolean
  readonly access: 'edit' | 'read'
  /** Why the server turned us away for good. */
  readonly refusal: Refusal | null
  readonly peers: readonly Peer[]
  /** What an earlier visit left unsaved in steps that others have deleted since; null when there is nothing to speak of. */
  readonly lost: Work | null
}

export interface DocumentConnection {
  readonly store: StoreApi<ConnectionState>
  /** Apart from the rest, because pointers move all the time. */
  readonly cursors: StoreApi<readonly PeerCursor[]>
  /** Tells the others where the pointer is; null when it has left the canvas. */
  setCursor(at: { readonly x: number; readonly y: number } | null): void
  /** Tells the others which nodes are selected here. */
  setSelection(nodeIds: readonly string[]): void
  close(): void
}

/** Close codes and reasons by which the server says that trying again is useless. */
const CLOSE_SIGNED_OUT = 4401
const CLOSE_DELETED = 4404
const COLOURS = 6
/** A connection that does not stand by now is no matter of a moment; it is tried on. */
const LONG_WAIT_MS = 8_000

/** Keeps `doc` the same as the server's copy of the flow's draft for as long as the connection is open. */
export function connectDocument({
  doc,
  flowId,
  url,
  user,
  access = 'edit',
  hasDraft = false,
}: {
  readonly doc: Y.Doc
  readonly flowId: string
  /** WebSocket address of the server's `/collab`. */
  readonly url: string
  readonly user: { readonly id: string; readonly name: string }
  /** What they may do, as far as is known before the server says it. */
  readonly access?: ConnectionState['access']
  /** True when `doc` holds the draft already, as it was a moment ago. */
  readonly hasDraft?: boolean
}): DocumentConnection {
  const store = createStore<ConnectionState>(() => ({
    phase: hasDraft ? 'connecting' : 'loading',
    isSaving: false,
    isKept: true,
    access,
    refusal: null,
    peers: [],
    lost: null,
  }))
  const cursors = createStore<readonly PeerCursor[]>(() => [])
  const socket = new HocuspocusProviderWebsocket({
    url,
    delay: 500,
    minDelay: 250,
    maxDelay: 10_000,
  })
  const provider = new DraftProvider({
    websocketProvider: socket,
    name: `flow:${flowId}`,
    document: doc,
  })

  const unsaved = keepUnsaved({
    doc,
    store: createUnsavedStore(user.id, flowId),
    isFromServer: (origin) => origin === provider,
  })
  const stopTelling = unsaved.isKeeping.subscribe((isKept) => store.setState({ isKept }))

  provider.on('authenticated', ({ scope }: { scope: string }) =>
    store.setState({ access: scope === 'readonly' ? 'read' : 'edit' }),
  )
  provider.on('authenticationFailed', ({ reason }: { reason: string }) => refuse(toRefusal(reason)))
  let hasRestored = false
  const waiting = setTimeout(goWithout, LONG_WAIT_MS)
  provider.on('synced', () => {
    clearTimeout(waiting)
    store.setState({ phase: 'online' })
    if (hasRestored) return
    hasRestored = true
    if (store.getState().access === 'edit') void restore()
  })
  // The library counts the exchange at the beginning of each connection as a change, also when nothing has changed.
  let hasOwnChanges = false
  const noticeOwnChange = (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    hasOwnChanges = true
    if (!store.getState().isSaving) store.setState({ isSaving: true })
  }
  doc.on('update', noticeOwnChange)
  provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    if (number === 0) hasOwnChanges = false
    store.setState({ isSaving: hasOwnChanges })
    if (number === 0 && hasRestored) unsaved.allSaved()
  })
  socket.on('close', ({ event }: { event: { code: number } }) => {
    if (event.code === CLOSE_SIGNED_OUT) return refuse('signedOut')
    if (event.code === CLOSE_DELETED) return refuse('notFound')
    goWithout()
  })
  provider.on('close', ({ event }: { event: { reason: string } }) => {
    // The server can end its side of the document and leave the socket open: then it hears nothing of what follows.
    if (socket.status !== WebSocketStatus.Connected) return
    if (event.reason === 'tooLarge') refuse('tooLarge')
    else socket.webSocket?.close()
  })
  provider.awareness?.setLocalStateField('user', {
    name: user.name,
    colour: doc.clientID % COLOURS,
  })
  provider.on('awarenessChange', ({ states }: { states: readonly AwarenessEntry[] }) => {
    const others = states.filter(({ clientId }) => clientId !== doc.clientID)
    const peers = others.flatMap(toPeer)
    // Most changes are pointers; then nobody who draws the peers needs to hear of it.
    if (!isSame(peers, store.getState().peers)) store.setState({ peers })
    cursors.setState(others.flatMap(toCursor), true)
  })
  // The browser knows of a lost network sooner than the socket's next heartbeat.
  const goOffline = () => socket.webSocket?.close()
  window.addEventListener('offline', goOffline)
  const warn = (event: BeforeUnloadEvent) => {
    const { isSaving, isKept, phase } = store.getState()
    // Closing the tab now would lose something.
    if (!isKept && (isSaving || phase === 'offline')) event.preventDefault()
  }
  window.addEventListener('beforeunload', warn)
  provider.attach()

  return {
    store,
    cursors,
    setCursor: (at) => provider.awareness?.setLocalStateField('cursor', at),
    setSelection: (nodeIds) => provider.awareness?.setLocalStateField('nodeIds', [...nodeIds]),
    close() {
      clearTimeout(waiting)
      window.removeEventListener('offline', goOffline)
      window.removeEventListener('beforeunload', warn)
      stopTelling()
      doc.off('update', noticeOwnChange)
      unsaved.stop()
      provider.destroy()
      socket.destroy()
    },
  }

  async function restore(): Promise<void> {
    const lost = await unsaved.restore()
    if (lost.nodes.length > 0) store.setState({ lost })
  }

  function goWithout(): void {
    store.setState(({ phase }) => ({
      phase: phase === 'loading' || phase === 'unreachable' ? 'unreachable' : 'offline',
    }))
  }

  function refuse(refusal: Refusal): void {
    clearTimeout(waiting)
    store.setState({ refusal })
    socket.disconnect()
  }
}

/**
 * The library queues updates while there is no connection and sends them beside the full exchange that follows; every
 * one of them is acknowledged, so the count of what is not saved would reach zero too soon. The exchange is enough.
 */
class DraftProvider extends HocuspocusProvider {
  override send(...message: Parameters<HocuspocusProvider['send']>): void {
    if (this.configuration.websocketProvider.status === WebSocketStatus.Connected) {
      super.send(...message)
    }
  }
}

const REFUSALS: readonly string[] = ['signedOut', 'forbidden', 'notFound', 'tooLarge']
const toRefusal = (reason: string): Refusal =>
  // Membership in the list is what makes the string a Refusal.
  REFUSALS.includes(reason) ? (reason as Refusal) : 'forbidden'

/** What others say of themselves; nothing of it is certain. */
type AwarenessEntry = { readonly clientId: number; readonly [key: string]: unknown }

function toPeer({ clientId, user, nodeIds }: AwarenessEntry): readonly Peer[] {
  if (typeof user !== 'object' || user === null) return []
  const name = 'name' in user && typeof user.name === 'string' ? user.name : ''
  const colour = 'colour' in user && typeof user.colour === 'number' ? user.colour : 0
  return [
    {
      clientId,
      name: name.slice(0, 80),
      colour: Math.abs(Math.trunc(colour)) % COLOURS,
      nodeIds: Array.isArray(nodeIds) ? nodeIds.filter((id) => typeof id === 'string') : [],
    },
  ]
}

function toCursor(entry: AwarenessEntry): readonly PeerCursor[] {
  const [peer] = toPeer(entry)
  const { cursor } = entry
  if (!peer || typeof cursor !== 'object' || cursor === null) return []
  if (!('x' in cursor) || !('y' in cursor)) return []
  const { x, y } = cursor
  if (typeof x !== 'number' || typeof y !== 'number') return []
  return [{ clientId: peer.clientId, name: peer.name, colour: peer.colour, x, y }]
}

const isSame = (a: readonly Peer[], b: readonly Peer[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
