import type { NoReply } from '@parley/shared'
import { newId } from '../../document/newId.ts'
import { t } from '../../i18n/t.ts'
import { DurationField, NumberField, SwitchField } from './fields.tsx'
import { ListEditor } from './ListEditor.tsx'
import { Section } from './Section.tsx'
import { WordsField } from './WordsField.tsx'

export interface AnswerRulesData {
  readonly retryText: string
  readonly maxTries: number | null
  readonly noReply: NoReply | null
}

const FIRST_MAX_TRIES = 3
const FIRST_WAIT_SECONDS = 3_600
const FIRST_REMINDER_SECONDS = 600

/** What every node that waits for an answer can be told: what to do with wrong answers, and with none. */
export function AnswerRules({
  data,
  change,
}: {
  data: AnswerRulesData
  change: (patch: Partial<AnswerRulesData>) => void
}) {
  const { retryText, maxTries, noReply } = data
  return (
    <>
      <Section
        title={t('nodes.form.answerRules')}
        isOpenAtFirst={retryText !== '' || maxTries !== null}
      >
        <WordsField
          label={t('nodes.form.retryText')}
          placeholder={t('nodes.form.retryTextPlaceholder')}
          value={retryText}
          path={['retryText']}
          isMultiline
          rows={2}
          onChange={(next) => change({ retryText: next })}
        />
        <SwitchField
          label={t('nodes.form.limitTries')}
          description={t('nodes.form.limitTriesHelp')}
          isOn={maxTries !== null}
          onChange={(isOn) => change({ maxTries: isOn ? FIRST_MAX_TRIES : null })}
        />
        {maxTries !== null && (
          <NumberField
            label={t('nodes.form.maxTries')}
            value={maxTries}
            path={['maxTries']}
            min={1}
            max={20}
            onChange={(next) => change({ maxTries: next ?? 1 })}
          />
        )}
      </Section>
      <Section title={t('nodes.form.noReply')} isOpenAtFirst={noReply !== null}>
        <SwitchField
          label={t('nodes.form.noReplySwitch')}
          description={t('nodes.form.noReplyHelp')}
          isOn={noReply !== null}
          onChange={(isOn) =>
            change({ noReply: isOn ? { afterSeconds: FIRST_WAIT_SECONDS, reminders: [] } : null })
          }
        />
        {noReply && (
          <NoReplyFields noReply={noReply} onChange={(next) => change({ noReply: next })} />
        )}
      </Section>
    </>
  )
}

function NoReplyFields({
  noReply,
  onChange,
}: {
  noReply: NoReply
  onChange: (noReply: NoReply) => void
}) {
  return (
    <>
      <DurationField
        label={t('nodes.form.noReplyAfter')}
        seconds={noReply.afterSeconds}
        path={['noReply', 'afterSeconds']}
        onChange={(afterSeconds) => onChange({ ...noReply, afterSeconds })}
      />
      <ListEditor
        label={t('nodes.form.reminders')}
        items={noReply.reminders}
        onChange={(reminders) => onChange({ ...noReply, reminders: [...reminders] })}
        addLabel={t('nodes.form.addReminder')}
        newItem={() => ({ id: newId(), afterSeconds: FIRST_REMINDER_SECONDS, text: '' })}
        max={5}
        isOrdered={false}
        keyOf={({ id }, index) => id ?? String(index)}
        titleOf={({ text }) => text.slice(0, 20)}
        renderItem={(reminder, index, replace) => (
          <>
            <DurationField
              label={t('nodes.form.reminderAfter', { number: index + 1 })}
              seconds={reminder.afterSeconds}
              path={['noReply', 'reminders', index, 'afterSeconds']}
              onChange={(afterSeconds) => replace({ ...reminder, afterSeconds })}
            />
            <WordsField
              label={t('nodes.form.reminderText', { number: index + 1 })}
              isLabelHidden
              value={reminder.text}
              path={['noReply', 'reminders', index, 'text']}
              isMultiline
              rows={2}
              onChange={(text) => replace({ ...reminder, text })}
            />
          </>
        )}
      />
    </>
  )
}
