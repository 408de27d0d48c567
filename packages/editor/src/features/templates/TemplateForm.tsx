import type { Template } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useDenied } from '../../api/access.ts'
import { createTemplate, updateTemplate } from '../../api/templates.ts'
import { t } from '../../i18n/t.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { toast } from '../../ui/toast.ts'
import { fieldErrors } from '../developers/fieldErrors.ts'
import { TemplateFields } from './TemplateFields.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'
import { type TemplateDraft, toRequest } from './templateDraft.ts'

const FIELDS = [
  'name',
  'language',
  'category',
  'status',
  'header',
  'headerMedia',
  'body',
  'footer',
  'buttons',
]

/** Makes a template, or changes one. What was typed stays when the server refuses it. */
export function TemplateForm({
  initial,
  template,
  onChanged,
  onSaved,
}: {
  initial: TemplateDraft
  /** The one that is changed; absent: a new one is made. */
  template?: Template | undefined
  /** There is something that is not saved. */
  onChanged: () => void
  onSaved: (saved: Template) => void
}) {
  const denied = useDenied('editor')
  const [draft, setDraft] = useState(initial)
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (): Promise<Template> =>
      template ? updateTemplate(template.id, toRequest(draft)) : createTemplate(toRequest(draft)),
    meta: { showsError: true },
    onSuccess: async (saved) => {
      toast({
        title: template ? t('templates.edit.saved') : t('templates.edit.created', saved),
        tone: 'success',
      })
      onSaved(saved)
      await client.invalidateQueries({ queryKey: ['templates'] })
    },
  })
  const form = useFocusOnMistake(save.error)
  const errorOf = fieldErrors(save.error, FIELDS)
  return (
    <form
      ref={form}
      className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_23rem]"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <div className="flex min-w-0 flex-col gap-5">
        {denied && <Banner>{denied}</Banner>}
        <TemplateFields
          draft={draft}
          change={(patch) => {
            setDraft((before) => ({ ...before, ...patch }))
            onChanged()
          }}
          errorOf={errorOf}
          isReadOnly={denied !== undefined}
          isKept={template !== undefined}
        />
        {save.error && <Banner tone="danger">{errorOf('') ?? t('templates.edit.invalid')}</Banner>}
        <Button
          type="submit"
          variant="primary"
          className="self-start max-lg:hidden"
          isBusy={save.isPending}
          disabledReason={denied}
        >
          {template ? t('templates.edit.save') : t('templates.edit.create')}
        </Button>
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-8">
        <h2 className="text-sm font-semibold">{t('templates.edit.preview')}</h2>
        <TemplatePreview draft={draft} />
      </div>
      <Button
        type="submit"
        variant="primary"
        className="w-full lg:hidden"
        isBusy={save.isPending}
        disabledReason={denied}
      >
        {template ? t('templates.edit.save') : t('templates.edit.create')}
      </Button>
    </form>
  )
}

/** Puts the focus on the first field that the server found something wrong with. */
function useFocusOnMistake(error: Error | null) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])
  return form
}
