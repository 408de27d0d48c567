import { CAPABILITIES, type Capabilities, type ChannelType } from '@parley/shared'
import type { FlowSummary } from '@parley/shared/api'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { numbersQuery } from '../../api/numbers.ts'

/** What the numbers can show on which the flow answers; before it answers anywhere, what all numbers can. */
export function useFlowChannels(flow: FlowSummary | undefined): readonly Capabilities[] {
  const { data: numbers = NONE } = useQuery(numbersQuery)
  const published = flow?.publications
  return useMemo(() => {
    const own = numbers.filter(({ id }) => published?.some(({ numberId }) => numberId === id))
    const channels = new Set((own.length > 0 ? own : numbers).map(({ channel }) => channel))
    return [...channels].map((channel: ChannelType) => CAPABILITIES[channel])
  }, [numbers, published])
}

const NONE: readonly never[] = []

/** Whose limits hold while the workspace has no number yet. */
export const UNKNOWN_CHANNEL: readonly Capabilities[] = [CAPABILITIES['whatsapp-cloud']]
