import type { ConversationsOnNumber } from '@parley/shared/api'
import { t } from '../../../i18n/t.ts'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { type ChoiceProps, ChoiceSection } from './ChoiceSection.tsx'

/** What becomes of those who are in the middle of the flow, and how many that are. */
export function ConversationsChoice({
  choices,
  conversations,
  onChange,
}: ChoiceProps & { conversations: readonly ConversationsOnNumber[] | undefined }) {
  const count = sum(conversations, ({ inProgress }) => inProgress)
  const movable = sum(conversations, (each) => each.movable ?? 0)
  const isShare = choices.audience === 'percentage'
  return (
    <ChoiceSection title={t('publishing.conversations.title')}>
      {conversations && (
        <p className="text-[0.8125rem] text-ink-muted">
          {count === 0
            ? t('publishing.conversations.none')
            : t('publishing.conversations.count', { count })}
        </p>
      )}
      {isShare ? (
        <p className="text-[0.8125rem] text-ink-muted">{t('publishing.conversations.shareHelp')}</p>
      ) : (
        <RadioGroup
          label={t('publishing.conversations.title')}
          value={choices.conversations}
          onValueChange={(next) => onChange({ conversations: next })}
          options={[
            { value: 'finish', label: t('publishing.conversations.finish') },
            {
              value: 'move',
              label: t('publishing.conversations.move'),
              description: (
                <>
                  {count > 0 && (
                    <b className="font-medium text-ink">
                      {t('publishing.conversations.movable', { movable, count })}{' '}
                    </b>
                  )}
                  {t('publishing.conversations.moveHelp')}
                </>
              ),
            },
          ]}
        />
      )}
    </ChoiceSection>
  )
}

const sum = (
  conversations: readonly ConversationsOnNumber[] = [],
  part: (each: ConversationsOnNumber) => number,
): number => conversations.reduce((total, each) => total + part(each), 0)
