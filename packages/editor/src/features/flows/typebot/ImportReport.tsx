import '../../../i18n/withTypebotTexts.ts'
import type { ReportItem, ReportLevel } from '@parley/shared/typebot'
import { CircleCheck, CircleSlash, PencilLine } from 'lucide-react'
import { useNavigate } from 'react-router'
import { isolate, t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import type { ImportedTypebot } from './importTypebot.ts'
import { itemWords } from './itemWords.ts'

/** What became of a file of Typebot, block by block, with the way to each place. */
export function ImportReport({
  imported: { flow, report },
  onClose,
}: {
  imported: ImportedTypebot
  onClose: () => void
}) {
  const navigate = useNavigate()
  const open = (nodeId?: string) =>
    void navigate(`/flows/${flow.id}`, nodeId === undefined ? {} : { state: { goTo: nodeId } })
  const of = (level: ReportLevel) => report.filter((item) => item.level === level)
  return (
    <Dialog
      isOpen
      size="lg"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('typebot.title', { name: flow.name })}
      description={t('typebot.description')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button variant="primary" onClick={() => open()}>
            {t('typebot.open')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <Level level="notMapped" items={of('notMapped')} onGoTo={open} />
        <Level level="changed" items={of('changed')} onGoTo={open} />
        <Exact items={of('exact')} />
      </div>
    </Dialog>
  )
}

const LOOKS = {
  notMapped: { Icon: CircleSlash, colour: 'text-danger' },
  changed: { Icon: PencilLine, colour: 'text-warning' },
  exact: { Icon: CircleCheck, colour: 'text-success' },
} as const

function Title({ level, count }: { level: ReportLevel; count: number }) {
  const { Icon, colour } = LOOKS[level]
  return (
    <h3 className="flex items-center gap-2 text-sm font-semibold">
      <Icon className={`size-4 shrink-0 ${colour}`} aria-hidden />
      {t(`typebot.levels.${level}`, { count })}
    </h3>
  )
}

function Level({
  level,
  items,
  onGoTo,
}: {
  level: 'changed' | 'notMapped'
  items: readonly ReportItem[]
  onGoTo: (nodeId: string) => void
}) {
  if (items.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <Title level={level} count={items.length} />
      <p className="text-[0.8125rem] text-ink-muted">{t(`typebot.help.${level}`)}</p>
      <ul className="flex flex-col divide-y divide-line rounded-card border border-line">
        {items.map((item, index) => (
          <li key={index} className="flex items-start gap-3 px-3 py-2 text-sm">
            <div className="min-w-0 flex-1">
              <p className="text-xs text-ink-muted" dir="auto">
                {[item.blockType, item.group].filter((words) => words !== '').join(' · ')}
              </p>
              <p className="break-words">{itemWords(item, isolate)}</p>
            </div>
            {item.nodeId !== null && <GoTo item={item} nodeId={item.nodeId} onGoTo={onGoTo} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

const GoTo = ({
  item,
  nodeId,
  onGoTo,
}: {
  item: ReportItem
  nodeId: string
  onGoTo: (nodeId: string) => void
}) => (
  <Button
    size="sm"
    variant="ghost"
    aria-label={t('typebot.goToOf', { block: item.blockType, group: item.group })}
    onClick={() => onGoTo(nodeId)}
  >
    {t('typebot.goTo')}
  </Button>
)

/** How many of each kind: one line each would say nothing. */
function Exact({ items }: { items: readonly ReportItem[] }) {
  const counts = new Map<string, number>()
  for (const { blockType } of items) counts.set(blockType, (counts.get(blockType) ?? 0) + 1)
  if (items.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <Title level="exact" count={items.length} />
      <p className="text-[0.8125rem] text-ink-muted">
        {[...counts].map(([type, count]) => `${type} × ${count}`).join(', ')}
      </p>
    </section>
  )
}
