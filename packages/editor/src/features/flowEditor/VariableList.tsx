import { type JsonValue, VARIABLE_TYPES } from '@parley/shared'
import type { JsonObject } from '@parley/shared/draft'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { setVariables } from '../../canvas/edits.ts'
import { useFlow, useFlowEditor } from '../../canvas/FlowEditor.ts'
import { t } from '../../i18n/t.ts'
import { Part } from '../../nodes/form/Section.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Input } from '../../ui/Input.tsx'
import { Select } from '../../ui/Select.tsx'
import { useFlowError } from './useFlowError.ts'

type VariableType = (typeof VARIABLE_TYPES)[number]

/** The variables that have a value from the start. */
export function VariableList() {
  const editor = useFlowEditor()
  const variables = useFlow((state) => state.variables)
  const write = (next: readonly JsonObject[], merge?: string) =>
    editor.edit(setVariables(next), merge === undefined ? {} : { merge })
  return (
    <Part title={t('canvas.settings.variables')} help={t('canvas.settings.variablesHelp')}>
      <ul className="flex flex-col gap-2.5">
        {variables.map((variable, index) => (
          // A variable's name is being typed, so its place is all that stays.
          <li key={index}>
            <Variable
              variable={variable}
              number={index + 1}
              onChange={(patch) =>
                write(
                  variables.map((each, at) => (at === index ? { ...each, ...patch } : each)),
                  `variable.${index}.${Object.keys(patch).join()}`,
                )
              }
              onRemove={() => write(variables.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      {!editor.isReadOnly && (
        <Button
          size="sm"
          icon={<Plus />}
          className="self-start"
          onClick={() => write([...variables, { name: '', type: 'text', default: null }])}
        >
          {t('canvas.settings.addVariable')}
        </Button>
      )}
    </Part>
  )
}

function Variable({
  variable,
  number,
  onChange,
  onRemove,
}: {
  variable: JsonObject
  number: number
  onChange: (patch: JsonObject) => void
  onRemove: () => void
}) {
  const { isReadOnly } = useFlowEditor()
  const { name } = variable
  const type = VARIABLE_TYPES.find((each) => each === variable['type']) ?? 'text'
  const error = useFlowError('variables', number - 1, 'name')
  // One that was added just now has no name yet, which is no news.
  const isWrong = error !== undefined && name !== ''
  return (
    <div className="flex flex-col gap-1.5 rounded-card border border-line p-2">
      <div className="flex gap-1.5">
        <Input
          aria-label={t('canvas.settings.variableName', { number })}
          value={typeof name === 'string' ? name : ''}
          placeholder={t('canvas.settings.variablePlaceholder')}
          maxLength={64}
          aria-invalid={isWrong}
          readOnly={isReadOnly}
          className="min-w-0 flex-1 font-mono md:text-[0.8125rem]"
          onChange={(event) => onChange({ name: event.target.value.trim() })}
        />
        {!isReadOnly && (
          <IconButton
            variant="dangerGhost"
            label={t('canvas.settings.removeVariable', {
              name: typeof name === 'string' ? name : '',
            })}
            icon={<Trash2 />}
            onClick={onRemove}
          />
        )}
      </div>
      {isWrong && <p className="text-[0.8125rem] text-danger">{error}</p>}
      <div className="grid grid-cols-2 gap-1.5">
        <Select
          label={t('canvas.settings.variableType', { number })}
          value={type}
          isDisabled={isReadOnly}
          onValueChange={(next) => onChange({ type: next, default: null })}
          options={VARIABLE_TYPES.map((value) => ({
            value,
            label: t(`canvas.settings.types.${value}`),
          }))}
        />
        <DefaultInput
          key={type}
          label={t('canvas.settings.variableDefault', { number })}
          type={type}
          value={variable['default'] ?? null}
          isReadOnly={isReadOnly}
          onChange={(value) => onChange({ default: value })}
        />
      </div>
    </div>
  )
}

function DefaultInput({
  label,
  type,
  value,
  isReadOnly,
  onChange,
}: {
  label: string
  type: VariableType
  value: JsonValue
  isReadOnly: boolean
  onChange: (value: JsonValue) => void
}) {
  // What is typed counts once it is a value of the type; until then it stands here alone.
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? toText(value)
  const isWrong = shown.trim() !== '' && parseDefault(type, shown) === undefined
  return (
    <Input
      aria-label={label}
      aria-invalid={isWrong}
      value={shown}
      readOnly={isReadOnly}
      placeholder={PLACEHOLDERS[type]}
      dir="auto"
      onChange={(event) => {
        setTyped(event.target.value)
        const parsed = parseDefault(type, event.target.value)
        if (parsed !== undefined) onChange(parsed)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

const PLACEHOLDERS: Readonly<Record<VariableType, string>> = {
  text: '',
  number: '0',
  boolean: 'true',
  date: '2026-12-24',
  list: '["a", "b"]',
  object: '{"a": 1}',
}

const toText = (value: JsonValue): string =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** The value that a text stands for; null when it is empty, undefined when it is none of this type. */
export function parseDefault(type: VariableType, text: string): JsonValue | undefined {
  const trimmed = text.trim()
  if (type === 'text') return text
  if (trimmed === '') return null
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/u.test(trimmed) ? trimmed : undefined
  let value: JsonValue
  try {
    // What JSON.parse gives is a JsonValue by definition.
    value = JSON.parse(trimmed) as JsonValue
  } catch {
    return undefined
  }
  return isOfType(type, value) ? value : undefined
}

function isOfType(type: 'number' | 'boolean' | 'list' | 'object', value: JsonValue): boolean {
  if (type === 'list') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}
