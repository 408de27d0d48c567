import type { NodeData } from '@parley/shared'
import { Hash, MessageCircle, Play, Plus, UserPlus } from 'lucide-react'
import { newId } from '../document/newId.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { DropdownMenu } from '../ui/DropdownMenu.tsx'
import { Keyword, LINE, Line } from './card/parts.tsx'
import { useNodeForm } from './form/NodeFormContext.ts'
import { Part } from './form/Section.tsx'
import { TriggerFields } from './form/TriggerFields.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

const MAX_LINES = 4

export const start = defineLook<'start'>({
  icon: Play,
  Card,
  cardHeight: ({ triggers }) => Math.min(MAX_LINES, Math.max(1, triggers.length)) * LINE,
  Form,
})

type Trigger = NodeData<'start'>['triggers'][number]
type Kind = Trigger['type']

const ICONS = { keyword: Hash, firstMessage: UserPlus, anyMessage: MessageCircle } as const
const KINDS: readonly Kind[] = ['keyword', 'firstMessage', 'anyMessage']

function Card({ data }: CardProps<'start'>) {
  if (data.triggers.length === 0) return <Line isMissing>{t('nodes.card.noTriggers')}</Line>
  return data.triggers.slice(0, MAX_LINES).map((trigger) => {
    const Icon = ICONS[trigger.type]
    return (
      <Line key={trigger.id} icon={<Icon />}>
        {trigger.type === 'keyword' ? (
          <Words words={trigger.words} />
        ) : (
          t(`nodes.card.${trigger.type}`)
        )}
      </Line>
    )
  })
}

const SHOWN_WORDS = 3

function Words({ words }: { words: readonly string[] }) {
  const more = words.length - SHOWN_WORDS
  return (
    <span className="inline-flex items-center gap-1">
      {words.slice(0, SHOWN_WORDS).map((word, index) => (
        <Keyword key={index}>{word}</Keyword>
      ))}
      {more > 0 && t('nodes.card.moreWords', { count: more })}
    </span>
  )
}

function Form({ data, change }: FormProps<'start'>) {
  const { isReadOnly } = useNodeForm()
  const { triggers } = data
  const replace = (index: number, trigger: Trigger) =>
    change({ triggers: triggers.map((each, at) => (at === index ? trigger : each)) })
  return (
    <Part title={t('nodes.form.triggers')}>
      {triggers.length === 0 && (
        <p className="rounded-control bg-sunken p-3 text-[0.8125rem] text-ink-muted">
          {t('nodes.form.triggersEmpty')}
        </p>
      )}
      <ul className="flex flex-col gap-2" aria-label={t('nodes.form.triggers')}>
        {triggers.map((trigger, index) => (
          <li key={trigger.id}>
            <TriggerFields
              trigger={trigger}
              path={['triggers', index]}
              onChange={(next) => replace(index, next)}
              onRemove={() => change({ triggers: triggers.filter((_, at) => at !== index) })}
            />
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <DropdownMenu
          align="start"
          items={KINDS.map((kind) => {
            const Icon = ICONS[kind]
            return {
              label: t(`nodes.form.triggerKinds.${kind}`),
              hint: t(`nodes.form.triggerHelp.${kind}`),
              icon: <Icon />,
              onSelect: () => change({ triggers: [...triggers, newTrigger(kind)] }),
            }
          })}
        >
          <Button size="sm" variant="ghost" icon={<Plus />} className="self-start">
            {t('nodes.form.addTrigger')}
          </Button>
        </DropdownMenu>
      )}
    </Part>
  )
}

function newTrigger(type: Kind): Trigger {
  const shared = {
    id: newId(),
    priority: 0,
    interrupts: false,
    groups: false,
    activeHours: null,
  }
  return type === 'keyword' ? { type, ...shared, words: [''], match: 'exact' } : { type, ...shared }
}
