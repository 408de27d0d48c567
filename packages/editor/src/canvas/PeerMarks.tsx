import { useStore } from 'zustand'
import type { Peer } from '../document/connectDocument.ts'
import { t } from '../i18n/t.ts'
import { useFlowEditor } from './FlowEditor.ts'

/** One colour a person; readable on both themes with white words. */
const PEER_COLOURS = ['#8b3fb5', '#b3471b', '#1b6fb3', '#a52a60', '#2d7a35', '#6b5b12'] as const
export const colourOfPeer = ({ colour }: Pick<Peer, 'colour'>): string =>
  PEER_COLOURS[colour] ?? PEER_COLOURS[0]

/** Who else has this node selected right now. */
export function PeerMarks({ nodeId }: { nodeId: string }) {
  const { peers } = useFlowEditor()
  const peer = useStore(peers, (state) => state.find(({ nodeIds }) => nodeIds.includes(nodeId)))
  if (!peer) return null
  return (
    <span
      className="pointer-events-none absolute -inset-1 rounded-[inherit] border-2"
      style={{ borderColor: colourOfPeer(peer) }}
      title={t('canvas.card.selectedBy', { name: peer.name })}
    >
      <span
        className="absolute -top-5 end-2 max-w-40 truncate rounded-t-md px-1.5 py-0.5 text-[0.6875rem] leading-tight text-white"
        style={{ backgroundColor: colourOfPeer(peer) }}
      >
        {peer.name}
      </span>
    </span>
  )
}
