import { Download, Languages, Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import { useFlow, useFlowEditor } from '../../../canvas/FlowEditor.ts'
import { setTranslations } from '../../../canvas/translationEdits.ts'
import { t } from '../../../i18n/t.ts'
import { furtherLanguages } from '../../../nodes/form/translation/translationScope.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { saveFile } from '../../../ui/saveFile.ts'
import { toast } from '../../../ui/toast.ts'
import { flowTexts, isMissing } from './flowTexts.ts'
import { TranslationTable } from './TranslationTable.tsx'
import { readTranslationFile, toTranslationFile } from './translationFile.ts'

/** Larger files are none of ours: the texts of a flow have 4 MB at most. */
const MAX_FILE_BYTES = 20_000_000

/** All texts of the flow beside their translations. */
export function TranslationsDialog({ fileName }: { fileName: string }) {
  const editor = useFlowEditor()
  const draft = useFlow((state) => state)
  const [onlyMissing, setOnlyMissing] = useState(false)
  // What is missing when the filter is set stays in sight while it is written.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const languages = furtherLanguages(draft.settings)
  const own = typeof draft.settings['language'] === 'string' ? draft.settings['language'] : 'en'
  const texts = flowTexts(draft)
  const missing = texts.filter((each) => languages.some((language) => isMissing(each, language)))
  const idOf = ({ nodeId, key }: (typeof texts)[number]) => `${nodeId ?? ''} ${key}`
  const shown = onlyMissing ? texts.filter((each) => kept.has(idOf(each))) : texts
  const filter = (isOn: boolean) => {
    setKept(new Set(missing.map(idOf)))
    setOnlyMissing(isOn)
  }
  const close = () => editor.openDock(null)
  const save = () => {
    const file = `${fileName.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${languages.join('-')}.csv`
    saveFile(file, toTranslationFile(texts, own, languages), 'text/csv')
  }
  return (
    <Dialog
      isOpen
      isFlush
      size="xl"
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t('languages.table')}
      description={t('languages.tableHelp')}
    >
      {languages.length === 0 ? (
        <EmptyState
          size="panel"
          icon={<Languages />}
          title={t('languages.none')}
          actions={
            <Button variant="primary" onClick={() => editor.openDock('settings')}>
              {t('languages.openSettings')}
            </Button>
          }
        >
          {t('languages.furtherHelp')}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-5 py-3">
            <Switch label={t('languages.onlyMissing')} isOn={onlyMissing} onChange={filter} />
            <p className="text-sm text-ink-muted" role="status">
              {missing.length === 0
                ? t('languages.allTranslated')
                : t('languages.missing', { count: missing.length })}
            </p>
            <span className="flex-1" />
            <Button size="sm" icon={<Download />} onClick={save}>
              {t('languages.export')}
            </Button>
            {!editor.isReadOnly && <ImportButton languages={languages} />}
          </div>
          {shown.length === 0 ? (
            <p className="px-5 py-10 text-center text-sm text-ink-muted">
              {t(onlyMissing ? 'languages.allTranslated' : 'languages.noTexts')}
            </p>
          ) : (
            <TranslationTable
              texts={shown}
              own={own}
              languages={languages}
              onGoTo={(nodeId) => {
                close()
                editor.goTo(nodeId)
              }}
            />
          )}
        </>
      )}
    </Dialog>
  )
}

function ImportButton({ languages }: { languages: readonly string[] }) {
  const editor = useFlowEditor()
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File) => {
    const draft = editor.draft()
    const content = file.size > MAX_FILE_BYTES ? '' : await file.text()
    const table = readTranslationFile(content, flowTexts(draft), languages)
    if (!table.ok) {
      toast({
        tone: 'danger',
        title: t('languages.notATable'),
        description: t('languages.notATableHelp', {
          columns: ['node', 'text', ...languages].join(', '),
        }),
      })
      return
    }
    if (table.changes.length > 0) editor.edit(setTranslations(draft, table.changes))
    toast({
      tone: 'success',
      title: t('languages.imported', { count: table.changes.length }),
      ...(table.unknownRows > 0 && {
        description: t('languages.unknownRows', { count: table.unknownRows }),
      }),
    })
  }
  return (
    <>
      <Button size="sm" icon={<Upload />} onClick={() => input.current?.click()}>
        {t('languages.import')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv"
        className="hidden"
        aria-label={t('languages.import')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void read(file)
        }}
      />
    </>
  )
}
