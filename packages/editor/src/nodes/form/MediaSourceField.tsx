import type { MediaSource } from '@parley/shared'
import { FileUp, RotateCw } from 'lucide-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { uploadMedia } from '../../api/media.ts'
import { mediaUrl } from '../../api/mediaUrl.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { cn } from '../../ui/cn.ts'
import { SegmentedControl } from '../../ui/SegmentedControl.tsx'
import { type FieldPath, useFieldError, useNodeForm } from './NodeFormContext.ts'
import { WordsField } from './WordsField.tsx'

/** What the browser's file dialog offers for each kind. */
const ACCEPT: Readonly<Record<string, string>> = {
  image: 'image/*',
  video: 'video/*',
  audio: 'audio/*',
  voice: 'audio/*',
  sticker: 'image/webp',
}

/** A file: uploaded here, or at an address from which it is fetched when sending. */
export function MediaSourceField({
  kind,
  source,
  onChange,
  path,
}: {
  kind: string
  source: MediaSource
  onChange: (source: MediaSource) => void
  path: FieldPath
}) {
  return (
    <div className="flex flex-col gap-3">
      <SegmentedControl
        label={t('nodes.form.fileFrom')}
        value={source.type}
        onValueChange={(type) =>
          onChange(type === 'upload' ? { type, mediaId: '' } : { type: 'url', url: '' })
        }
        segments={[
          { value: 'upload', label: t('nodes.form.uploaded') },
          { value: 'url', label: t('nodes.form.byUrl') },
        ]}
      />
      {source.type === 'url' ? (
        <WordsField
          label={t('nodes.form.fileUrl')}
          help={t('nodes.form.fileUrlHelp')}
          placeholder={t('nodes.form.urlPlaceholder')}
          value={source.url}
          path={[...path, 'url']}
          isCode
          onChange={(url) => onChange({ type: 'url', url })}
        />
      ) : (
        <Upload
          kind={kind}
          mediaId={source.mediaId}
          path={[...path, 'mediaId']}
          onUploaded={(mediaId) => onChange({ type: 'upload', mediaId })}
        />
      )}
    </div>
  )
}

function Upload({
  kind,
  mediaId,
  path,
  onUploaded,
}: {
  kind: string
  mediaId: string
  path: FieldPath
  onUploaded: (mediaId: string) => void
}) {
  const { isReadOnly } = useNodeForm()
  const error = useFieldError(path)
  const input = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const statusId = useId()

  const upload = async (file: File | undefined) => {
    if (!file || isReadOnly) return
    setFailure(null)
    setShare(0)
    try {
      const media = await uploadMedia(file, { onProgress: setShare })
      onUploaded(media.id)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : ''
      setFailure(t('nodes.form.uploadFailed', { reason }))
    } finally {
      setShare(null)
    }
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void upload(event.dataTransfer.files[0])
  }
  const isUploading = share !== null
  return (
    <div className="flex flex-col gap-1.5">
      <input
        ref={input}
        type="file"
        accept={ACCEPT[kind]}
        className="sr-only"
        tabIndex={-1}
        aria-label={t('nodes.form.upload')}
        onChange={(event) => void upload(event.target.files?.[0])}
      />
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cn(
          'flex flex-col items-center gap-3 rounded-control border border-dashed p-4 text-center text-[0.8125rem] text-ink-muted',
          isOver ? 'border-primary bg-primary-soft' : 'border-line-strong/60 bg-sunken',
        )}
      >
        {mediaId !== '' && kind === 'image' && (
          <img
            src={mediaUrl(mediaId)}
            alt=""
            className="max-h-40 max-w-full rounded-md object-contain"
          />
        )}
        {mediaId === '' && <FileUp className="size-6 text-ink-faint" aria-hidden />}
        <p id={statusId} role="status">
          {isUploading
            ? t('nodes.form.uploading', { percent: Math.round(share * 100) })
            : mediaId === '' && t('nodes.form.dropHere')}
        </p>
        {!isReadOnly && (
          <Button
            size="sm"
            icon={mediaId === '' ? <FileUp /> : <RotateCw />}
            isBusy={isUploading}
            aria-describedby={statusId}
            onClick={() => input.current?.click()}
          >
            {mediaId === '' ? t('nodes.form.upload') : t('nodes.form.replaceFile')}
          </Button>
        )}
      </div>
      {(failure ?? error) && (
        <p className="text-[0.8125rem] text-danger" role="alert">
          {failure ?? error}
        </p>
      )}
    </div>
  )
}
