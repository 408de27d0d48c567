import { MessageCircle } from 'lucide-react'
import { useStore } from 'zustand'
import type { FlowEditor } from '../canvas/FlowEditor.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { Simulator } from './simulator.ts'

const MAX_SUGGESTIONS = 6

/** Before the first message: what to write, with the flow's own keywords at hand. */
export function FirstWords({
  editor,
  simulator,
  onSend,
}: {
  editor: FlowEditor
  simulator: Simulator
  onSend: (text: string) => void
}) {
  // The linter looks at every change of meaning, in a pause; a look then is often enough.
  useStore(editor.problems.store)
  const playable = simulator.playable()
  const keywords = (playable?.triggers ?? []).flatMap((trigger) =>
    trigger.type === 'keyword' && trigger.match !== 'regex' ? trigger.words : [],
  )
  const canStart = playable !== null && playable.compiled.startNodeId !== null
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-chat">
      <EmptyState
        size="panel"
        icon={<MessageCircle />}
        title={t('simulator.emptyTitle')}
        actions={
          canStart && (
            <Button size="sm" onClick={() => simulator.start()}>
              {t('simulator.startNow')}
            </Button>
          )
        }
      >
        {t('simulator.emptyHelp')}
      </EmptyState>
      {keywords.length > 0 && (
        <div className="flex flex-col items-center gap-2 px-4 pb-6">
          <h3 className="text-xs text-ink-muted">{t('simulator.suggested')}</h3>
          <ul className="flex flex-wrap justify-center gap-2">
            {[...new Set(keywords)].slice(0, MAX_SUGGESTIONS).map((word) => (
              <li key={word}>
                <button
                  type="button"
                  dir="auto"
                  onClick={() => onSend(word)}
                  className="rounded-full bg-bubble-out px-3.5 py-1.5 text-sm text-bubble-ink shadow-card hover:brightness-95"
                >
                  {word}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
