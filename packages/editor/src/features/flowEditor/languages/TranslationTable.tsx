import { useState } from 'react'
import { useFlow, useFlowEditor } from '../../../canvas/FlowEditor.ts'
import { setTranslations } from '../../../canvas/translationEdits.ts'
import { languageName } from '../../../i18n/languageNames.ts'
import { t } from '../../../i18n/t.ts'
import { nodeTitle } from '../../../nodes/nodeTitle.ts'
import { Button } from '../../../ui/Button.tsx'
import { cn } from '../../../ui/cn.ts'
import { Textarea } from '../../../ui/Textarea.tsx'
import { useMediaQuery } from '../../../ui/useMediaQuery.ts'
import { labelOf } from '../versions/compare/fieldLabels.ts'
import { type FlowText, isMissing } from './flowTexts.ts'

/** A page of rows: each has a field for every language, and thousands of fields take seconds to draw. */
const ROWS_AT_ONCE = 100

interface Texts {
  readonly texts: readonly FlowText[]
  /** The language that the flow is written in. */
  readonly own: string
  readonly languages: readonly string[]
  readonly onGoTo: (nodeId: string) => void
}

/** Each text with a field for each language; what is written is saved at once. */
export function TranslationTable({ texts, ...rest }: Texts) {
  const [count, setCount] = useState(ROWS_AT_ONCE)
  // Columns side by side would have to be pushed to and fro on a phone.
  const isNarrow = useMediaQuery('(max-width: 767px)')
  const Layout = isNarrow ? Blocks : Table
  return (
    <>
      <Layout texts={texts.slice(0, count)} {...rest} />
      {texts.length > count && (
        <div className="flex justify-center p-4">
          <Button size="sm" onClick={() => setCount(count + ROWS_AT_ONCE)}>
            {t('languages.showMore', { count: texts.length - count })}
          </Button>
        </div>
      )}
    </>
  )
}

/** A row for each text, a column for each language. */
const Table = ({ texts, own, languages, onGoTo }: Texts) => (
  <div className="overflow-x-auto">
    <table className="w-full border-collapse text-sm" aria-label={t('languages.table')}>
      <thead>
        <tr className="border-b border-line bg-sunken/60 text-start text-xs text-ink-muted">
          <th scope="col" className="px-4 py-2.5 text-start font-medium">
            {t('languages.step')}
          </th>
          {[own, ...languages].map((language) => (
            <th key={language} scope="col" className="min-w-56 px-2 py-2.5 text-start font-medium">
              {languageName(language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {texts.map((text) => (
          <tr key={keyOf(text)} className="border-b border-line align-top last:border-b-0">
            <th scope="row" className="max-w-44 px-4 py-2 text-start font-normal">
              <Place text={text} onGoTo={onGoTo} />
            </th>
            <td className="px-2 py-3 whitespace-pre-wrap text-ink" dir="auto">
              {text.source}
            </td>
            {languages.map((language) => (
              <td key={language} className="px-2 py-2">
                <Translation text={text} language={language} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** The same below each other. */
const Blocks = ({ texts, languages, onGoTo }: Texts) => (
  <ul aria-label={t('languages.table')} className="flex flex-col divide-y divide-line text-sm">
    {texts.map((text) => (
      <li key={keyOf(text)} className="flex flex-col gap-3 px-5 py-3">
        <div>
          <Place text={text} onGoTo={onGoTo} />
        </div>
        <p className="break-words whitespace-pre-wrap text-ink" dir="auto">
          {text.source}
        </p>
        {languages.map((language) => (
          <div key={language} className="flex flex-col gap-1">
            <span className="text-xs text-ink-muted" aria-hidden>
              {languageName(language)}
            </span>
            <Translation text={text} language={language} />
          </div>
        ))}
      </li>
    ))}
  </ul>
)

const keyOf = ({ nodeId, key }: FlowText): string => `${nodeId ?? ''} ${key}`

function usePlace({ nodeId, path }: FlowText) {
  const title = useFlow(({ nodesById }) => {
    const node = nodeId === null ? undefined : nodesById.get(nodeId)
    return node ? nodeTitle(node) : t('canvas.settings.title')
  })
  const field = labelOf(String(path.findLast((part) => typeof part === 'string') ?? ''))
  return { title, field }
}

/** Which text of which node it is, with the way there. */
function Place({ text, onGoTo }: { text: FlowText; onGoTo: Texts['onGoTo'] }) {
  const { nodeId } = text
  const { title, field } = usePlace(text)
  return (
    <>
      {nodeId === null ? (
        <span className="block py-1">{title}</span>
      ) : (
        <button
          type="button"
          aria-label={t('canvas.problems.goTo', { title })}
          onClick={() => onGoTo(nodeId)}
          className="block max-w-full truncate py-1 text-start font-medium text-primary hover:underline pointer-coarse:py-2.5"
          dir="auto"
        >
          {title}
        </button>
      )}
      <span className="block truncate text-xs text-ink-muted">{field}</span>
    </>
  )
}

function Translation({ text, language }: { text: FlowText; language: string }) {
  const editor = useFlowEditor()
  const { nodeId, key } = text
  const { title, field } = usePlace(text)
  return (
    <Textarea
      aria-label={t('languages.cell', { field, title, language: languageName(language) })}
      value={text.texts[language] ?? ''}
      rows={1}
      readOnly={editor.isReadOnly}
      placeholder={isMissing(text, language) ? t('languages.missingHere') : ''}
      className={cn(isMissing(text, language) && 'border-warning')}
      onChange={(event) =>
        editor.edit(
          setTranslations(editor.draft(), [{ nodeId, key, language, text: event.target.value }]),
          { merge: `${nodeId ?? 'settings'}.${language}.${key}` },
        )
      }
    />
  )
}
