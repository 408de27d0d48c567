import { newId } from '../../document/newId.ts'
import { t } from '../../i18n/t.ts'
import { toast } from '../../ui/toast.ts'
import {
  clipboardProblem,
  declaredFor,
  fromClipboardText,
  newVariables,
  secretsIn,
  toClipboardText,
} from '../clipboard.ts'
import { addPiece, type Piece, pieceOf } from '../edits.ts'
import type { FlowEditor } from '../FlowEditor.ts'
import { selectedNodes } from './Command.ts'

/** What the selection is as text; null when nothing can be copied. Says so to screen readers. */
export function copied(editor: FlowEditor): string | null {
  const piece = pieceOf(editor.draft(), selectedNodes(editor))
  if (piece.nodes.length === 0) return null
  editor.say(t('canvas.said.copied', { count: piece.nodes.length }))
  const secrets = secretsIn(piece.nodes)
  if (secrets.length > 0) {
    toast({ title: t('canvas.said.copiedSecrets', { headers: secrets.join(', ') }) })
  }
  const variables = declaredFor(piece, editor.draft())
  return toClipboardText({ ...piece, ...(variables.length > 0 && { variables }) })
}

/** Puts the nodes of a clipboard text onto the canvas, or says why not. */
export function pasteText(editor: FlowEditor, text: string): void {
  if (editor.isReadOnly) return
  const problem = clipboardProblem(text)
  if (problem) return refuse(editor, t(`canvas.said.${problem}`))
  const piece = fromClipboardText(text)
  if (!piece) return refuse(editor, t('canvas.said.notPasted'))
  addCopy(editor, piece)
  editor.say(t('canvas.said.pasted', { count: piece.nodes.length }))
}

function refuse(editor: FlowEditor, words: string): void {
  editor.say(words)
  toast({ title: words })
}

/** Puts a copy of a piece onto the canvas, selects it and brings it into view. */
export function addCopy(editor: FlowEditor, piece: Piece): void {
  const known = piece.nodes.every(({ id }) => editor.node(id))
  // A copy of what is here appears beside it; from elsewhere it comes to where the eyes are.
  const centre = editor.viewport?.centre()
  const edit = addPiece(piece, { newId, ...(!known && centre && { at: centre }) })
  const draft = editor.draft()
  const added = newVariables(piece, draft)
  editor.edit({ ...edit, ...(added.length > 0 && { variables: [...draft.variables, ...added] }) })
  const ids = (edit.putNodes ?? []).flatMap(({ id }) => (editor.node(id) ? [id] : []))
  if (ids.length === 0) return
  editor.canvas.select(ids)
  editor.viewport?.reveal(ids)
}

/** False when there is nothing to write, or the browser does not let us; it says so then. */
export async function writeClipboard(text: string | null): Promise<boolean> {
  if (text === null) return false
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    toast({ title: t('canvas.said.clipboardDenied'), tone: 'danger' })
    return false
  }
}

export async function pasteFromClipboard(editor: FlowEditor): Promise<void> {
  let text: string
  try {
    text = await navigator.clipboard.readText()
  } catch {
    toast({ title: t('canvas.said.clipboardDenied'), tone: 'danger' })
    return
  }
  pasteText(editor, text)
}
