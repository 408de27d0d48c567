import { lazy, Suspense, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { placesOf, type TemplateDraft, toContent } from './templateDraft.ts'

// Bubbles are much code, and a new template needs none to begin with.
const MessageBubble = lazy(async () => ({
  default: (await import('../../ui/message/MessageBubble.tsx')).MessageBubble,
}))

/** The template as the customer will see it, with values to try. */
export function TemplatePreview({ draft }: { draft: TemplateDraft }) {
  const [samples, setSamples] = useState<Readonly<Record<string, string>>>({})
  const places = placesOf(draft)
  const isEmpty = draft.body.trim() === ''
  return (
    <section aria-label={t('templates.edit.preview')} className="flex flex-col gap-4">
      <div className="overflow-hidden rounded-card border border-line bg-chat p-4">
        {isEmpty ? (
          <p className="py-6 text-center text-[0.8125rem] text-bubble-meta">
            {t('templates.edit.previewEmpty')}
          </p>
        ) : (
          <Suspense fallback={<Skeleton className="h-24 w-3/4" />}>
            <MessageBubble
              direction="outbound"
              perspective="contact"
              content={toContent(draft, samples)}
            />
          </Suspense>
        )}
      </div>
      {places.length > 0 && (
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-1 text-[0.8125rem] font-medium text-ink">
            {t('templates.edit.samples')}
          </legend>
          <p className="text-[0.8125rem] text-ink-muted">{t('templates.edit.samplesHelp')}</p>
          {places.map((place) => (
            <Field key={place} label={t('templates.edit.sampleOf', { place: `{{${place}}}` })}>
              <Input
                value={samples[place] ?? ''}
                onChange={(event) => setSamples({ ...samples, [place]: event.target.value })}
              />
            </Field>
          ))}
        </fieldset>
      )}
    </section>
  )
}
