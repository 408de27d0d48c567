import { useMemo, useState } from 'react'
import { useFlow, useFlowEditor } from '../../../canvas/FlowEditor.ts'
import { t } from '../../../i18n/t.ts'
import { findInFlow, type Match, replaceMatches } from './findInFlow.ts'

/** A search in the texts of the flow: what is looked for, what was found, and which of it is shown. */
export function useFinding() {
  const editor = useFlowEditor()
  const nodes = useFlow((state) => state.nodes)
  const [wanted, setWanted] = useState('')
  const [replacement, setReplacement] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const matches = useMemo(() => findInFlow({ nodes }, wanted), [nodes, wanted])
  // Others edit, too: what was the tenth match may be the last now.
  const current = matches.length === 0 ? -1 : Math.min(at, matches.length - 1)

  const show = (found: readonly Match[], index: number) => {
    const match = found[index]
    setAt(Math.max(0, index))
    if (!match) return
    editor.canvas.select([match.nodeId])
    editor.viewport?.reveal([match.nodeId])
  }
  const step = (by: number) => {
    if (matches.length > 0) show(matches, (current + by + matches.length) % matches.length)
  }
  const search = (words: string) => {
    setWanted(words)
    show(findInFlow({ nodes }, words), 0)
  }
  const close = () => {
    editor.panels.setState({ isFinding: false })
    editor.viewport?.focus()
  }
  const open = (match: Match | undefined) => {
    if (!match) return
    editor.openField(match)
  }
  const replace = (which: readonly Match[]) => {
    if (replacement === null) return
    editor.edit(replaceMatches(editor.draft(), which, replacement))
    const count = which.filter(({ canReplace }) => canReplace).length
    editor.say(t('canvas.find.replaced', { count }))
  }
  return {
    wanted,
    search,
    matches,
    current,
    show: (index: number) => show(matches, index),
    step,
    open,
    close,
    replacement,
    setReplacement,
    replaceCurrent: () => replace(matches.slice(current, current + 1)),
    replaceAll: () => replace(matches),
  }
}
