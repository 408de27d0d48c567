import '../../i18n/withTemplateTexts.ts'
import type { Template } from '@parley/shared/api'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Copy, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { useDenied } from '../../api/access.ts'
import { templateQuery } from '../../api/templates.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { PageBody, PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'
import { TemplateForm } from './TemplateForm.tsx'
import { EMPTY_DRAFT, toDraft } from './templateDraft.ts'
import { useDeleteTemplate } from './useDeleteTemplate.tsx'

/** `/templates/new`, `/templates/new?from=<template>` and `/templates/<template>`. */
export function TemplatePage() {
  const { templateId = 'new' } = useParams()
  const [search] = useSearchParams()
  const isNew = templateId === 'new'
  const loadedId = isNew ? search.get('from') : templateId
  const { data, error, refetch } = useQuery({
    ...templateQuery(loadedId ?? ''),
    enabled: loadedId !== null,
  })
  return (
    <PageBody>
      <Link
        to="/templates"
        className="-mb-2 inline-flex items-center gap-1.5 self-start rounded text-[0.8125rem] font-medium text-ink-muted hover:text-ink hover:underline"
      >
        <ArrowLeft className="size-4 rtl:rotate-180" aria-hidden />
        {t('templates.edit.back')}
      </Link>
      {error && !data ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : loadedId !== null && !data ? (
        <Skeleton className="h-96 rounded-card" />
      ) : (
        <Loaded key={`${templateId} ${loadedId}`} template={data} isNew={isNew} />
      )}
    </PageBody>
  )
}

/** @param template the one to change, or the one to copy from */
function Loaded({ template, isNew }: { template: Template | undefined; isNew: boolean }) {
  const isChanged = useRef(false)
  const navigate = useNavigate()
  const leave = () => {
    isChanged.current = false
    void navigate('/templates')
  }
  const loaded = template ? toDraft(template) : EMPTY_DRAFT
  return (
    <>
      <LeaveGuard isChanged={isChanged} />
      <PageHeader
        title={
          !template
            ? t('templates.edit.newTitle')
            : isNew
              ? t('templates.edit.copyTitle', { name: template.name })
              : template.name
        }
        actions={template && !isNew && <Actions template={template} onDeleted={leave} />}
      />
      <TemplateForm
        // A copy is for another language.
        initial={template && isNew ? { ...loaded, language: '' } : loaded}
        template={isNew ? undefined : template}
        onChanged={() => {
          isChanged.current = true
        }}
        onSaved={leave}
      />
    </>
  )
}

function Actions({ template, onDeleted }: { template: Template; onDeleted: () => void }) {
  const denied = useDenied('editor')
  const navigate = useNavigate()
  const { ask, dialog } = useDeleteTemplate(onDeleted)
  return (
    <>
      <Button
        icon={<Copy />}
        disabledReason={denied}
        onClick={() => void navigate(`/templates/new?from=${template.id}`)}
      >
        {t('templates.duplicate')}
      </Button>
      <Button
        variant="dangerGhost"
        icon={<Trash2 />}
        disabledReason={denied}
        onClick={() => ask(template)}
      >
        {t('templates.delete')}
      </Button>
      {dialog}
    </>
  )
}
