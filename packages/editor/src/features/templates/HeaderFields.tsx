import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { uploadMedia } from '../../api/media.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { Select } from '../../ui/Select.tsx'
import type { TemplateFieldsProps } from './TemplateFields.tsx'
import { HEADER_KINDS } from './templateDraft.ts'

/** What the browser's file dialog offers for each kind. */
const ACCEPT: Readonly<Record<string, string>> = { image: 'image/*', video: 'video/*' }

/** Nothing, words, or a file above the text. */
export function HeaderFields({ draft, change, errorOf, isReadOnly }: TemplateFieldsProps) {
  const { headerKind } = draft
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('templates.edit.header')} error={errorOf('headerMedia')}>
        <Select
          value={headerKind}
          isDisabled={isReadOnly}
          onValueChange={(kind) => change({ headerKind: kind })}
          options={HEADER_KINDS.map((value) => ({
            value,
            label: t(`templates.edit.headerKinds.${value}`),
          }))}
        />
      </Field>
      {headerKind === 'text' && (
        <Field label={t('templates.edit.headerText')} error={errorOf('header')}>
          <Input
            value={draft.header}
            maxLength={1_024}
            readOnly={isReadOnly}
            onChange={(event) => change({ header: event.target.value })}
          />
        </Field>
      )}
      {headerKind !== 'none' && headerKind !== 'text' && (
        <HeaderFile draft={draft} change={change} errorOf={errorOf} isReadOnly={isReadOnly} />
      )}
      {headerKind === 'document' && (
        <Field
          label={t('templates.edit.filename')}
          aside={t('common.optional')}
          error={errorOf('headerMedia.filename')}
        >
          <Input
            value={draft.filename}
            maxLength={255}
            readOnly={isReadOnly}
            onChange={(event) => change({ filename: event.target.value })}
          />
        </Field>
      )}
    </div>
  )
}

/** A file at an address, or one that is uploaded here. */
function HeaderFile({ draft, change, errorOf, isReadOnly }: TemplateFieldsProps) {
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<string>()
  const upload = async (file: File | undefined) => {
    if (!file) return
    setFailure(undefined)
    setShare(0)
    try {
      const { id } = await uploadMedia(file, { onProgress: setShare })
      change({ mediaId: id, filename: draft.filename || file.name })
    } catch (cause) {
      setFailure(cause instanceof Error ? cause.message : undefined)
    } finally {
      setShare(null)
    }
  }
  const error = failure ?? errorOf('headerMedia.mediaId')
  return (
    <div className="flex flex-col gap-3">
      {draft.mediaId === '' && (
        <Field
          label={t('templates.edit.headerUrl')}
          help={t('templates.edit.headerUrlHelp')}
          error={errorOf('headerMedia.url')}
        >
          <Input
            type="url"
            value={draft.mediaUrl}
            maxLength={2_000}
            readOnly={isReadOnly}
            placeholder={t('templates.edit.headerUrlPlaceholder')}
            onChange={(event) => change({ mediaUrl: event.target.value })}
          />
        </Field>
      )}
      {!isReadOnly && (
        <div className="flex flex-wrap items-center gap-3">
          <input
            ref={input}
            type="file"
            accept={ACCEPT[draft.headerKind]}
            className="sr-only"
            tabIndex={-1}
            aria-label={t('templates.edit.upload')}
            onChange={(event) => void upload(event.target.files?.[0])}
          />
          <Button
            size="sm"
            icon={<FileUp />}
            isBusy={share !== null}
            onClick={() => input.current?.click()}
          >
            {t('templates.edit.upload')}
          </Button>
          <span role="status" className="text-[0.8125rem] text-ink-muted">
            {share !== null
              ? t('templates.edit.uploading', { percent: Math.round(share * 100) })
              : draft.mediaId !== '' && t('templates.edit.uploaded')}
          </span>
          {draft.mediaId !== '' && (
            <Button size="sm" variant="ghost" onClick={() => change({ mediaId: '' })}>
              {t('templates.edit.uploadedOther')}
            </Button>
          )}
        </div>
      )}
      {error && (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {error}
        </p>
      )}
    </div>
  )
}
