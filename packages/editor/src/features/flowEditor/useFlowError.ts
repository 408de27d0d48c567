import { useStore } from 'zustand'
import { useFlowEditor } from '../../canvas/FlowEditor.ts'
import { problemText } from '../../i18n/problemText.ts'

/** What is wrong with a value of the flow itself (a setting, a variable), in words. */
export function useFlowError(...path: readonly (string | number)[]): string | undefined {
  const editor = useFlowEditor()
  return useStore(editor.problems.store, ({ all }) => {
    const found = all.findLast(
      ({ nodeId, field }) =>
        nodeId === undefined &&
        field?.length === path.length &&
        path.every((part, index) => part === field[index]),
    )
    return found && problemText(found)
  })
}
