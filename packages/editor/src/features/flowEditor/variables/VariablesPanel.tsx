import type { VariablePlace, VariableUse } from '@parley/shared'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useFlow, useFlowEditor } from '../../../canvas/FlowEditor.ts'
import { t } from '../../../i18n/t.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { containsWords } from '../../../ui/foldText.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Input } from '../../../ui/Input.tsx'
import { DockPanel } from '../DockPanel.tsx'
import { VariableList } from '../VariableList.tsx'
import { placeWords, variablesIn } from './variablesIn.ts'

/** A list this long can be searched. */
const MANY = 8

/** Every variable of the flow: what it holds, what sets it, what reads it; a press goes there. */
export function VariablesPanel() {
  const uses = variablesIn(useFlow((state) => state))
  const [search, setSearch] = useState('')
  const shown = uses.filter(({ name }) => containsWords(name, search))
  return (
    <DockPanel title={t('canvas.variables.title')}>
      <div className="flex flex-col gap-4 p-4">
        {uses.length > MANY && (
          <Input
            type="search"
            aria-label={t('canvas.variables.search')}
            placeholder={t('canvas.variables.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        )}
        {uses.length === 0 && (
          <p className="text-sm text-ink-muted">{t('canvas.variables.empty')}</p>
        )}
        {uses.length > 0 && shown.length === 0 && (
          <p className="text-sm text-ink-muted">{t('canvas.variables.noneFound')}</p>
        )}
        {shown.map((use) => (
          <Variable key={use.name} use={use} />
        ))}
        <hr className="border-line" />
        <VariableList />
      </div>
    </DockPanel>
  )
}

function Variable({ use }: { use: VariableUse }) {
  const editor = useFlowEditor()
  const { name, type, declaredAt, setBy, readBy } = use
  const isSet = declaredAt !== null || setBy.length > 0
  const isRead = readBy.length > 0
  return (
    <section aria-label={name} className="rounded-card border border-line">
      <div className="flex items-center gap-2 py-1.5 ps-3 pe-1.5">
        <h3 className="min-w-0 flex-1 truncate font-mono text-[0.8125rem] font-semibold" dir="ltr">
          {name}
        </h3>
        {type && <Badge>{t(`canvas.settings.types.${type}`)}</Badge>}
        {!editor.isReadOnly && (
          <IconButton
            size="sm"
            label={t('canvas.variables.rename', { name })}
            icon={<Pencil />}
            onClick={() => editor.panels.setState({ renaming: name })}
          />
        )}
      </div>
      <div className="flex flex-col gap-2 border-t border-line px-1.5 py-2">
        {declaredAt !== null && (
          <p className="px-1.5 text-xs text-ink-muted">{t('canvas.variables.declared')}</p>
        )}
        <Places title={t('canvas.variables.setBy')} places={setBy} />
        <Places title={t('canvas.variables.readBy')} places={readBy} />
        {!isSet && <p className="px-1.5 text-xs text-warning">{t('canvas.variables.neverSet')}</p>}
        {!isRead && (
          <p className="px-1.5 text-xs text-ink-muted">{t('canvas.variables.neverRead')}</p>
        )}
      </div>
    </section>
  )
}

function Places({ title, places }: { title: string; places: readonly VariablePlace[] }) {
  const editor = useFlowEditor()
  if (places.length === 0) return null
  return (
    <div>
      <h4 className="px-1.5 text-xs font-medium text-ink-faint">{title}</h4>
      <ul>
        {places.map((place) => {
          const words = placeWords(editor, place)
          return (
            <li key={`${place.nodeId} ${place.path.join('.')}`}>
              <button
                type="button"
                className="flex w-full flex-col rounded-control px-1.5 py-1 text-start text-[0.8125rem] hover:bg-hover pointer-coarse:py-2"
                onClick={() => editor.openField(place)}
              >
                <span className="max-w-full truncate" dir="auto">
                  {words.title}
                </span>
                <span className="max-w-full truncate text-xs text-ink-muted" dir="auto">
                  {words.words}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
