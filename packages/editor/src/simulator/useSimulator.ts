import { USUAL_CONTACT } from '@parley/runtime/engine'
import type { ChannelType } from '@parley/shared'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { flowSummaryQuery } from '../api/flows.ts'
import { numbersQuery } from '../api/numbers.ts'
import { simulateHttp } from '../api/simulateHttp.ts'
import type { FlowEditor } from '../canvas/FlowEditor.ts'
import { preferredChannel } from './preferredChannel.ts'
import { createSimulator, type Simulator } from './simulator.ts'

/** The simulator of an open flow, on the channel that was chosen or that the flow's customers are on. */
export function useSimulator({
  editor,
  flowId,
  isOpen,
}: {
  editor: FlowEditor
  flowId: string
  isOpen: boolean
}): { simulator: Simulator; chooseChannel: (channel: ChannelType) => void } {
  const { data: numbers } = useQuery(numbersQuery)
  const { data: flow } = useQuery(flowSummaryQuery(flowId))
  const [chosen, setChosen] = useState<ChannelType | null>(null)
  const channel = chosen ?? preferredChannel(numbers ?? [], flow?.publications ?? [])
  const [simulator] = useState(() =>
    createSimulator(editor, {
      channel,
      contact: USUAL_CONTACT,
      call: ({ request: { method, url, headers, body, timeoutMs } }) =>
        simulateHttp(flowId, {
          method,
          url,
          headers: { ...headers },
          timeoutMs,
          ...(body !== undefined && { body }),
        }),
    }),
  )
  useEffect(() => {
    if (chosen === null) simulator.suggestChannel(channel)
    else simulator.setChannel(chosen)
  }, [simulator, channel, chosen])
  useEffect(() => simulator.setLit(isOpen), [simulator, isOpen])
  useEffect(() => () => simulator.stop(), [simulator])
  return { simulator, chooseChannel: setChosen }
}
