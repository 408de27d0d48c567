import type { SimulatedStep } from '@parley/runtime/engine'
import { isNodeType } from '@parley/shared'
import { useEffect, useRef } from 'react'
import { tileOf } from '../canvas/groupStyles.ts'
import { formatParts } from '../i18n/format.ts'
import { t } from '../i18n/t.ts'
import { lookOf } from '../nodes/index.ts'
import { cn } from '../ui/cn.ts'
import type { NodeWords } from './useNodeWords.ts'

/** Every node that the conversation came through, with how it left and what the engine noted. */
export function StepList({
  steps,
  currentNodeId,
  words,
  onGoTo,
}: {
  steps: readonly SimulatedStep[]
  currentNodeId: string | null
  words: NodeWords
  onGoTo: (nodeId: string) => void
}) {
  const end = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // Not returned: newer browsers give a promise here, which React would take for the effect's end.
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [steps.length])
  if (steps.length === 0) {
    return <p className="p-4 text-center text-sm text-ink-muted">{t('simulator.noSteps')}</p>
  }
  return (
    <ol className="p-2">
      {steps.map((step, index) => {
        const isLast = index === steps.length - 1
        const isNewStep = index > 0 && steps[index - 1]?.number !== step.number
        return (
          <li
            key={index}
            ref={isLast ? end : null}
            className={cn(isNewStep && 'mt-1 border-t border-line pt-1')}
          >
            <button
              type="button"
              onClick={() => onGoTo(step.nodeId)}
              className="flex w-full items-start gap-2.5 rounded-control px-2 py-1.5 text-start -outline-offset-2 hover:bg-hover"
            >
              <NodeIcon type={words.typeOf(step.nodeId)} />
              <span className="min-w-0 flex-1 text-[0.8125rem]">
                <span className="block truncate font-medium text-ink" dir="auto">
                  {words.titleOf(step.nodeId)}
                </span>
                <span className="block text-xs text-ink-muted">
                  {formatParts([
                    wayOf(step, isLast && currentNodeId === step.nodeId, words),
                    step.note,
                  ])}
                </span>
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

function wayOf({ nodeId, leftBy }: SimulatedStep, isWaiting: boolean, words: NodeWords): string {
  if (leftBy !== undefined) return t('simulator.leftBy', { handle: words.handleOf(nodeId, leftBy) })
  return isWaiting ? t('simulator.waits') : ''
}

function NodeIcon({ type }: { type: string }) {
  const Icon = isNodeType(type) ? lookOf(type).icon : null
  return (
    <span
      className={cn(
        'mt-px flex size-6 shrink-0 items-center justify-center rounded-md',
        tileOf(type),
      )}
      aria-hidden
    >
      {Icon && <Icon className="size-3.5" />}
    </span>
  )
}
