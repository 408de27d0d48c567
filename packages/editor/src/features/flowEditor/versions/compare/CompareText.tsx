import { Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import { isRightToLeft, t } from '../../../../i18n/t.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Checkbox } from '../../../../ui/Checkbox.tsx'
import { cn } from '../../../../ui/cn.ts'
import { copyText } from '../../../../ui/copyText.ts'
import { toast } from '../../../../ui/toast.ts'
import type { Comparison } from './compareFlows.ts'
import { type DiffBlock, type DiffPart, textDiff, toPlainText } from './textDiff.ts'

/** Both flows as one text, line by line. */
export function CompareText({
  comparison,
  onGoTo,
}: {
  comparison: Comparison
  onGoTo: (nodeId: string) => void
}) {
  const [isShort, setShort] = useState(true)
  const blocks = useMemo(() => textDiff(comparison), [comparison])
  const shown = isShort ? blocks.filter(({ isChanged }) => isChanged) : blocks
  const hidden = blocks.filter(({ id, isChanged }) => id !== '' && !isChanged).length
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-3 border-b border-line px-4 py-2">
        <Checkbox label={t('compare.onlyChanges')} isChecked={isShort} onCheckedChange={setShort} />
        {isShort && hidden > 0 && (
          <span className="text-xs text-ink-muted">
            {t('compare.unchangedNodes', { count: hidden })}
          </span>
        )}
        <Button
          size="sm"
          className="ms-auto"
          icon={<Copy />}
          onClick={() =>
            void copyText(toPlainText(shown)).then(
              () => toast({ title: t('compare.copied') }),
              () => toast({ title: t('canvas.said.clipboardDenied'), tone: 'danger' }),
            )
          }
        >
          {t('compare.copy')}
        </Button>
      </div>
      {/* Longer than the screen, most often: those without a mouse scroll it, too. */}
      <section
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('compare.text')}
        className="min-h-0 flex-1 overflow-auto p-4"
      >
        <div className="mx-auto flex max-w-3xl flex-col gap-4">
          {shown.map((block) => (
            <Block key={block.id} block={block} onGoTo={onGoTo} />
          ))}
        </div>
      </section>
    </div>
  )
}

function Block({ block, onGoTo }: { block: DiffBlock; onGoTo: (nodeId: string) => void }) {
  return (
    <div className="overflow-hidden rounded-card border border-line">
      {block.lines.map(({ kind, text }, index) => (
        <div key={index} className={cn('flex font-mono text-xs leading-6', LOOKS[kind])}>
          <span className="w-7 shrink-0 text-center select-none" aria-hidden>
            {SIGNS[kind]}
          </span>
          <span className="sr-only">{kind !== 'same' && t(`canvas.marks.${kind}`)}</span>
          <span
            className="min-w-0 flex-1 pe-3 break-words whitespace-pre-wrap"
            // Lines of ours are from right to left there, whatever the texts in them are.
            dir={isRightToLeft() ? 'rtl' : 'auto'}
          >
            {index === 0 && block.id !== '' ? (
              <button
                type="button"
                onClick={() => onGoTo(block.id)}
                className="rounded font-semibold underline-offset-2 hover:underline"
              >
                {text}
              </button>
            ) : (
              text
            )}
          </span>
        </div>
      ))}
    </div>
  )
}

const SIGNS = { same: '', added: '+', removed: '−' } as const
const LOOKS = {
  same: 'text-ink-muted',
  added: 'bg-success-soft text-on-success-soft',
  removed: 'bg-danger-soft text-on-danger-soft',
} as const satisfies Readonly<Record<DiffPart['kind'], string>>
