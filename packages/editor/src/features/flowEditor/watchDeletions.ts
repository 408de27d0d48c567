import { type Draft, type DraftEdit, type DraftNode, nodesOf } from '@parley/shared/draft'
import type * as Y from 'yjs'
import type { StoreApi } from 'zustand'
import { type FlowEditor } from '../../canvas/FlowEditor.ts'
import { changedIds } from '../../document/changedIds.ts'
import type { ConnectionState } from '../../document/connectDocument.ts'
import type { Work } from '../../document/followWork.ts'
import { t } from '../../i18n/t.ts'
import { nodeTitle } from '../../nodes/nodeTitle.ts'
import { toast } from '../../ui/toast.ts'

/** Long enough to come back to the screen and read it. */
const OFFER_MS = 60_000

/**
 * A step that others delete takes along what was being written in it: says so to the writer, and offers to bring it back.
 * Somebody writes in a step whose form is open, or which was changed here and is not saved yet (offline, most often; also in
 * an earlier visit, when the tab was closed before the network came back).
 */
export function watchDeletions({
  editor,
  doc,
  connection,
}: {
  readonly editor: FlowEditor
  readonly doc: Y.Doc
  readonly connection: StoreApi<Pick<ConnectionState, 'isSaving' | 'lost'>>
}): () => void {
  const nodes = nodesOf(doc)
  const unsaved = new Set<string>()
  const noticeLost = (lost: Work | null): void => {
    if (!lost) return
    // Said once, also when the editor is made anew.
    connection.setState({ lost: null })
    offerBack(editor, lost, lost.nodes)
  }
  const stopFollowing = connection.subscribe(({ isSaving, lost }) => {
    if (!isSaving) unsaved.clear()
    noticeLost(lost)
  })
  const noteChanges: Parameters<typeof nodes.observeDeep>[0] = (events, { local }) => {
    if (!local) return
    for (const id of changedIds(events)) unsaved.add(id)
  }
  // Called before the flow store hears of it, which knows the nodes as they were until now.
  const notice: Parameters<typeof nodes.observe>[0] = ({ keysChanged }, { local }) => {
    if (local || editor.isReadOnly) return
    const inWork = new Set(unsaved)
      .add(editor.panels.getState().openNodeId ?? '')
      .add(editor.writing.getState()?.nodeId ?? '')
    const before = editor.draft()
    const lost = before.nodes.filter(
      ({ id }) => keysChanged.has(id) && inWork.has(id) && !nodes.has(id),
    )
    if (lost.length > 0) offerBack(editor, before, lost)
  }
  nodes.observeDeep(noteChanges)
  nodes.observe(notice)
  noticeLost(connection.getState().lost)
  return () => {
    stopFollowing()
    nodes.unobserveDeep(noteChanges)
    nodes.unobserve(notice)
  }
}

function offerBack(
  editor: FlowEditor,
  before: Work,
  [first, ...others]: readonly DraftNode[],
): void {
  if (!first) return
  const lost = [first, ...others]
  const title = t('canvas.said.deletedElsewhere', { count: lost.length, title: nodeTitle(first) })
  toast({
    title,
    durationMs: OFFER_MS,
    action: {
      label: t('canvas.said.bringBack'),
      onClick: () => {
        editor.edit(backTo(editor.draft(), before, lost))
        if (others.length === 0) editor.goTo(first.id)
        else editor.canvas.select(lost.map(({ id }) => id))
      },
    },
  })
}

/** Puts lost nodes back between those that are still there. */
export function backTo(draft: Draft, before: Work, lost: readonly DraftNode[]): DraftEdit {
  const ids = new Set(lost.map(({ id }) => id))
  const present = new Set([...ids, ...draft.nodes.map(({ id }) => id)])
  const putEdges = before.edges.filter(
    ({ source, target }) =>
      (ids.has(source) || ids.has(target)) && present.has(source) && present.has(target),
  )
  return {
    putNodes: lost,
    putEdges,
    // What was led past them leads through them again: a way out leads to one node.
    removeEdges: draft.edges
      .filter(({ id, source, sourceHandle }) =>
        putEdges.some(
          (edge) => edge.id !== id && edge.source === source && edge.sourceHandle === sourceHandle,
        ),
      )
      .map(({ id }) => id),
  }
}
