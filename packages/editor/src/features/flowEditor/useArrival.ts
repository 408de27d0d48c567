import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { z } from 'zod'
import type { FlowEditor } from '../../canvas/FlowEditor.ts'

const arrival = z.object({ goTo: z.string() })

/** Shows the node that a link to this page was about; once, not again when the page is loaded anew. */
export function useArrival(editor: FlowEditor): void {
  const location = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    const parsed = arrival.safeParse(location.state)
    if (!parsed.success) return
    editor.goTo(parsed.data.goTo)
    void navigate(location, { replace: true, state: null })
  }, [editor, location, navigate])
}
