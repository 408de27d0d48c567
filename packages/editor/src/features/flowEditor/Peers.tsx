import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { useFlowEditor } from '../../canvas/FlowEditor.ts'
import { colourOfPeer } from '../../canvas/PeerMarks.tsx'
import type { Peer } from '../../document/connectDocument.ts'
import { formatList } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { initials } from '../../ui/Avatar.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'

const MOST_SHOWN = 3

/** Who else has the flow open. */
export function Peers() {
  const editor = useFlowEditor()
  const peers = useStore(editor.peers)
  const before = useRef<readonly Peer[]>([])
  useEffect(() => {
    const isIn = (list: readonly Peer[]) => (peer: Peer) =>
      list.some(({ clientId }) => clientId === peer.clientId)
    const joined = peers.find((peer) => !isIn(before.current)(peer))
    const left = before.current.find((peer) => !isIn(peers)(peer))
    if (joined) editor.say(t('canvas.said.joined', { name: joined.name }))
    else if (left) editor.say(t('canvas.said.left', { name: left.name }))
    before.current = peers
  }, [editor, peers])
  if (peers.length === 0) return null
  const names = formatList(peers.map(({ name }) => name))
  const label =
    peers.length === 1 ? t('canvas.peer', { name: names }) : t('canvas.peers', { names })
  return (
    <Tooltip content={label} side="bottom">
      <span
        className="flex shrink-0 items-center -space-x-2 rtl:space-x-reverse"
        role="img"
        aria-label={label}
      >
        {peers.slice(0, MOST_SHOWN).map((peer) => (
          <span
            key={peer.clientId}
            style={{ backgroundColor: colourOfPeer(peer) }}
            className="inline-flex size-7 items-center justify-center rounded-full border-2 border-surface text-[0.6875rem] font-semibold text-white"
          >
            {initials(peer.name)}
          </span>
        ))}
        {peers.length > MOST_SHOWN && (
          <span className="inline-flex size-7 items-center justify-center rounded-full border-2 border-surface bg-sunken text-[0.6875rem] font-semibold text-ink-muted">
            +{peers.length - MOST_SHOWN}
          </span>
        )}
      </span>
    </Tooltip>
  )
}
