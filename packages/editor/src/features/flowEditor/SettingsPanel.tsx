import { type FlowSettings, flowSettings } from '@parley/shared'
import type { JsonObject } from '@parley/shared/draft'
import { useId } from 'react'
import { setSettings } from '../../canvas/edits.ts'
import { useFlow, useFlowEditor } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { Suggestions } from '../../nodes/form/words/Suggestions.tsx'
import { useWords } from '../../nodes/form/words/useWords.ts'
import { WordsControl } from '../../nodes/form/words/WordsControl.tsx'
import { WordsTools } from '../../nodes/form/words/WordsTools.tsx'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { Select } from '../../ui/Select.tsx'
import { DockPanel } from './DockPanel.tsx'
import { LanguageSettings } from './languages/LanguageSettings.tsx'
import { useFlowError } from './useFlowError.ts'
import { useFlowVariables } from './useFlowVariables.ts'
import { VariableList } from './VariableList.tsx'

/** What holds for the whole flow. */
export function SettingsPanel() {
  const editor = useFlowEditor()
  const raw = useFlow((state) => state.settings)
  const settings = shapeSettings(raw)
  const zones = useId()
  const change = (patch: Partial<ShownSettings>) =>
    editor.edit(setSettings({ ...editor.draft().settings, ...patch }), {
      merge: `settings.${Object.keys(patch).join()}`,
    })
  return (
    <DockPanel title={t('canvas.settings.title')}>
      <div className="flex flex-col gap-4 p-4">
        <VariableList />
        <hr className="border-line" />
        <LanguageSettings />
        <hr className="border-line" />
        <Field
          label={t('canvas.settings.timeZone')}
          help={t('canvas.settings.timeZoneHelp')}
          error={useFlowError('settings', 'timeZone')}
        >
          <Input
            value={settings.timeZone}
            list={zones}
            placeholder={t('canvas.settings.timeZonePlaceholder')}
            readOnly={editor.isReadOnly}
            onChange={(event) => change({ timeZone: event.target.value.trim() })}
          />
        </Field>
        <datalist id={zones}>
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </datalist>
        <Field
          label={t('canvas.settings.country')}
          help={t('canvas.settings.countryHelp')}
          error={useFlowError('settings', 'defaultCountry')}
        >
          <Input
            value={settings.defaultCountry}
            maxLength={2}
            readOnly={editor.isReadOnly}
            onChange={(event) => change({ defaultCountry: event.target.value.toUpperCase() })}
          />
        </Field>
        <Field label={t('canvas.settings.dateOrder')}>
          <Select
            value={settings.dateOrder}
            isDisabled={editor.isReadOnly}
            onValueChange={(dateOrder) => change({ dateOrder })}
            options={[
              { value: 'dayFirst', label: t('canvas.settings.dayFirst') },
              { value: 'monthFirst', label: t('canvas.settings.monthFirst') },
            ]}
          />
        </Field>
        <Field label={t('canvas.settings.staleTap')}>
          <Select
            value={settings.staleTap}
            isDisabled={editor.isReadOnly}
            onValueChange={(staleTap) => change({ staleTap })}
            options={(['explain', 'ignore', 'jumpBack'] as const).map((value) => ({
              value,
              label: t(`canvas.settings.staleTaps.${value}`),
            }))}
          />
        </Field>
        {settings.staleTap === 'explain' && (
          <StaleTapText
            value={settings.staleTapText}
            onChange={(staleTapText) => change({ staleTapText })}
          />
        )}
      </div>
    </DockPanel>
  )
}

/** What is said about a tap on an old button: a text of the flow's like those of its steps. */
function StaleTapText({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const editor = useFlowEditor()
  const variables = useFlowVariables()
  const words = useWords({
    value,
    onChange: (next) => onChange(next.slice(0, MAX_STALE_TAP_TEXT)),
    variables,
    values: editor.values,
    isMultiline: true,
    hasFormatting: true,
    isReadOnly: editor.isReadOnly,
  })
  return (
    <Field
      label={t('canvas.settings.staleTapText')}
      error={useFlowError('settings', 'staleTapText')}
    >
      <div className="relative">
        <WordsControl
          control={words.control}
          rows={3}
          hasFormatting
          hasVariables
          placeholder={t('canvas.settings.staleTapTextPlaceholder')}
        />
        <Suggestions suggestions={words.suggestions} />
      </div>
      {!editor.isReadOnly && <WordsTools words={words} hasFormatting hasVariables />}
    </Field>
  )
}

const MAX_STALE_TAP_TEXT = 1_024

type ShownSettings = Pick<
  FlowSettings,
  'timeZone' | 'defaultCountry' | 'staleTapText' | 'dateOrder' | 'staleTap'
>

/** Each setting as stored, or as its default when it is missing or of the wrong kind. */
function shapeSettings(raw: JsonObject): ShownSettings {
  const defaults = flowSettings.parse({})
  const { shape } = flowSettings
  const text = (key: 'timeZone' | 'defaultCountry' | 'staleTapText') => {
    const value = raw[key]
    return typeof value === 'string' ? value : defaults[key]
  }
  return {
    timeZone: text('timeZone'),
    defaultCountry: text('defaultCountry'),
    staleTapText: text('staleTapText'),
    dateOrder: shape.dateOrder.catch(defaults.dateOrder).parse(raw['dateOrder']),
    staleTap: shape.staleTap.catch(defaults.staleTap).parse(raw['staleTap']),
  }
}
