import { useEffect, useLayoutEffect } from 'react'
import * as Y from 'yjs'
import { useStore } from 'zustand'
import { takeDraft } from '../../api/draftDocument.ts'
import { createFlowEditor, type FlowEditor } from '../../canvas/FlowEditor.ts'
import {
  type ConnectionState,
  connectDocument,
  type DocumentConnection,
} from '../../document/connectDocument.ts'
import { useSlot } from './useSlot.ts'
import { watchDeletions } from './watchDeletions.ts'

interface Connected {
  readonly doc: Y.Doc
  readonly connection: DocumentConnection
}

/**
 * Connects to a flow's shared draft for as long as the page shows it. Null until it is known whether the draft has come
 * ahead of the connection.
 */
export function useConnection(
  flowId: string,
  { id, name }: { readonly id: string; readonly name: string },
  access: ConnectionState['access'],
): Connected | null {
  const slot = useSlot<Connected>()
  useEffect(() => {
    let isOver = false
    const doc = new Y.Doc()
    void takeDraft(flowId).then((draft) => {
      if (isOver) return
      const hasDraft = draft !== null && isApplied(doc, draft)
      const url = collaborationUrl()
      const user = { id, name }
      const connection = connectDocument({ doc, flowId, url, user, access, hasDraft })
      slot.setState({ doc, connection }, true)
    })
    return () => {
      isOver = true
      slot.getState()?.connection.close()
      doc.destroy()
      slot.setState(null, true)
    }
    // A change of rights comes by the connection: `access` is only what is known before.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [slot, flowId, id, name])
  return useStore(slot)
}

/** False for bytes that are no draft: then the connection brings it. */
function isApplied(doc: Y.Doc, draft: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, draft)
    return true
  } catch {
    return false
  }
}

export const useConnectionState = <Part>(
  { store }: DocumentConnection,
  select: (state: ConnectionState) => Part,
): Part => useStore(store, select)

/** The editor of a connected draft, made anew when the rights change. Null for a moment at first. */
export function useEditor({ doc, connection }: Connected): FlowEditor | null {
  const isReadOnly = useConnectionState(connection, ({ access }) => access === 'read')
  const slot = useSlot<FlowEditor>()
  // Before the next paint, which would only show once more that the flow is loading.
  useLayoutEffect(() => {
    const next = createFlowEditor(doc, { isReadOnly })
    const stopSharing = sharePresence(next, connection)
    const stopWatching = watchDeletions({ editor: next, doc, connection: connection.store })
    slot.setState(next, true)
    return () => {
      stopSharing()
      stopWatching()
      next.stop()
      slot.setState(null, true)
    }
  }, [slot, doc, connection, isReadOnly])
  return useStore(slot)
}

/** Pointers are told this often at most. */
const POINTER_MS = 60

/** Shows the others here, and what is selected and pointed at here to the others. */
function sharePresence(editor: FlowEditor, connection: DocumentConnection): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const { peers } = connection.store.getState()
  editor.peers.setState(peers, true)
  const stops = [
    connection.store.subscribe((state) => editor.peers.setState(state.peers, true)),
    connection.cursors.subscribe((cursors) => editor.cursors.setState(cursors, true)),
    editor.canvas.store.subscribe(({ selectedNodeIds }, before) => {
      if (selectedNodeIds !== before.selectedNodeIds) connection.setSelection(selectedNodeIds)
    }),
    editor.pointer.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        // With nobody to see it, a message for every move would be for nothing.
        const { peers: others } = connection.store.getState()
        if (others.length > 0) connection.setCursor(editor.pointer.getState())
      }, POINTER_MS)
    }),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

function collaborationUrl(): string {
  const url = new URL('/collab', location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}
