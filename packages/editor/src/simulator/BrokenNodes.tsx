import { ChevronDown, TriangleAlert } from 'lucide-react'
import { useStore } from 'zustand'
import type { FlowEditor } from '../canvas/FlowEditor.ts'
import { t } from '../i18n/t.ts'
import { Banner } from '../ui/Banner.tsx'
import type { Simulator } from './simulator.ts'
import type { NodeWords } from './useNodeWords.ts'

const MAX_SHOWN = 3

/** Which nodes cannot run, why, and the way to them. Nothing while all can. */
export function BrokenNodes({
  editor,
  simulator,
  words,
  isFresh,
  onGoTo,
}: {
  editor: FlowEditor
  /** True before the first message: then there is room to say it all. */
  isFresh: boolean
  simulator: Simulator
  words: NodeWords
  onGoTo: (nodeId: string) => void
}) {
  // The linter looks at every change of meaning, in a pause; a look then is often enough.
  useStore(editor.problems.store)
  const playable = simulator.playable()
  if (playable === null) return <Said tone="danger">{t('simulator.broken.noFlow')}</Said>
  const { unfinished, compiled } = playable
  if (unfinished.size === 0) {
    return compiled.startNodeId === null ? (
      <Said tone="danger">{t('simulator.broken.noStart')}</Said>
    ) : null
  }
  return (
    <details
      open={isFresh}
      className="shrink-0 bg-warning-soft px-3 py-2 text-[0.8125rem] text-on-warning-soft"
    >
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded font-medium [&::-webkit-details-marker]:hidden">
        <TriangleAlert className="size-4 shrink-0" aria-hidden />
        <span className="flex-1">{t('simulator.broken.title', { count: unfinished.size })}</span>
        <ChevronDown className="size-4 shrink-0 in-open:rotate-180" aria-hidden />
      </summary>
      <div className="ps-6">
        <p className="mt-1">{t('simulator.broken.help')}</p>
        <ul className="mt-1.5 flex flex-col gap-1">
          {[...unfinished].slice(0, MAX_SHOWN).map(([nodeId, { message }]) => (
            <li key={nodeId}>
              <button
                type="button"
                aria-label={t('simulator.broken.show', { name: words.titleOf(nodeId) })}
                onClick={() => onGoTo(nodeId)}
                className="rounded text-start"
              >
                <b className="font-medium underline underline-offset-2">{words.titleOf(nodeId)}</b>{' '}
                {message}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

const Said = (props: Parameters<typeof Banner>[0]) => (
  <Banner {...props} className="shrink-0 rounded-none px-3 py-2.5 text-[0.8125rem]" />
)
