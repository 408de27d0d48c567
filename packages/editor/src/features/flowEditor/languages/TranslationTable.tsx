import { useState } from 'react'
import { useFlow, useFlowEditor } from '../../../canvas/FlowEditor.ts'
import { setTranslations } from '../../../canvas/translationEdits.ts'
import { languageName } from '../../../i18n/languageNames.ts'
import { t } from '../../../i18n/t.ts'
import { nodeTitle } from '../../../nodes/nodeTitle.ts'
import { Button } from '../../../ui/Button.tsx'
import { cn } from '../../../ui/cn.ts'
import { Textarea } from '../../../ui/Textarea.tsx'
import { labelOf } from '../versions/compare/fieldLabels.ts'
import { type FlowText, isMissing } from './flowTexts.ts'

/** A page of rows: each has a field for every language, and thousands of fields take seconds to draw. */
const ROWS_AT_ONCE = 100

/** A row for each text, a column for each language; what is written is saved at once. */
export function TranslationTable({
  texts,
  own,
  languages,
  onGoTo,
}: {
  texts: readonly FlowText[]
  own: string
  languages: readonly string[]
  onGoTo: (nodeId: string) => void
}) {
  const [count, setCount] = useState(ROWS_AT_ONCE)
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm" aria-label={t('languages.table')}>
        <thead>
          <tr className="border-b border-line bg-sunken/60 text-start text-xs text-ink-muted">
            <th scope="col" className="px-4 py-2.5 text-start font-medium">
              {t('languages.step')}
            </th>
            {[own, ...languages].map((language) => (
              <th
                key={language}
                scope="col"
                className="min-w-56 px-2 py-2.5 text-start font-medium"
              >
                {languageName(language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {texts.slice(0, count).map((text) => (
            <Row
              key={`${text.nodeId ?? ''} ${text.key}`}
              text={text}
              languages={languages}
              onGoTo={onGoTo}
            />
          ))}
        </tbody>
      </table>
      {texts.length > count && (
        <div className="flex justify-center p-4">
          <Button size="sm" onClick={() => setCount(count + ROWS_AT_ONCE)}>
            {t('languages.showMore', { count: texts.length - count })}
          </Button>
        </div>
      )}
    </div>
  )
}

function Row({
  text,
  languages,
  onGoTo,
}: {
  text: FlowText
  languages: readonly string[]
  onGoTo: (nodeId: string) => void
}) {
  const editor = useFlowEditor()
  const { nodeId, key, path, source } = text
  const title = useFlow(({ nodesById }) => {
    const node = nodeId === null ? undefined : nodesById.get(nodeId)
    return node ? nodeTitle(node) : t('canvas.settings.title')
  })
  const field = labelOf(String(path.findLast((part) => typeof part === 'string') ?? ''))
  return (
    <tr className="border-b border-line align-top last:border-b-0">
      <th scope="row" className="max-w-44 px-4 py-2 text-start font-normal">
        {nodeId === null ? (
          <span className="block py-1">{title}</span>
        ) : (
          <button
            type="button"
            aria-label={t('canvas.problems.goTo', { title })}
            onClick={() => onGoTo(nodeId)}
            className="block max-w-full truncate py-1 text-start font-medium text-primary-ink hover:underline"
            dir="auto"
          >
            {title}
          </button>
        )}
        <span className="block truncate text-xs text-ink-muted">{field}</span>
      </th>
      <td className="px-2 py-3 whitespace-pre-wrap text-ink" dir="auto">
        {source}
      </td>
      {languages.map((language) => (
        <td key={language} className="px-2 py-2">
          <Textarea
            aria-label={t('languages.cell', { field, title, language: languageName(language) })}
            value={text.texts[language] ?? ''}
            rows={1}
            dir="auto"
            readOnly={editor.isReadOnly}
            placeholder={isMissing(text, language) ? t('languages.missingHere') : ''}
            className={cn(isMissing(text, language) && 'border-warning')}
            onChange={(event) =>
              editor.edit(
                setTranslations(editor.draft(), [
                  { nodeId, key, language, text: event.target.value },
                ]),
                { merge: `${nodeId ?? 'settings'}.${language}.${key}` },
              )
            }
          />
        </td>
      ))}
    </tr>
  )
}
