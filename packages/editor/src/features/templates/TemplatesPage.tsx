import '../../i18n/withTemplateTexts.ts'
import { TEMPLATE_STATUSES, type Template } from '@parley/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Copy, LayoutTemplate, MoreHorizontal, Plus, SearchX, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useDenied } from '../../api/access.ts'
import { templatesQuery } from '../../api/templates.ts'
import { formatAgo } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { DropdownMenu } from '../../ui/DropdownMenu.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { SearchInput } from '../../ui/Input.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { PageBody, PageHeader } from '../../ui/PageHeader.tsx'
import { Select } from '../../ui/Select.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { ANY, filterTemplates, type TemplateFilter } from './filterTemplates.ts'
import { categoryName, STATUS_TONES } from './templateWords.ts'
import { useDeleteTemplate } from './useDeleteTemplate.tsx'

/** Messages that are written once and sent often. */
export function TemplatesPage() {
  const { data: templates, error, refetch } = useQuery(templatesQuery)
  const denied = useDenied('editor')
  const navigate = useNavigate()
  const create = (
    <Button
      variant="primary"
      icon={<Plus />}
      disabledReason={denied}
      onClick={() => void navigate('/templates/new')}
    >
      {t('templates.new')}
    </Button>
  )
  const isEmpty = templates?.length === 0
  return (
    <PageBody>
      <PageHeader
        title={t('templates.title')}
        description={t('templates.description')}
        actions={!isEmpty && create}
      />
      {error && !templates ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : !templates ? (
        <Skeleton className="h-72 rounded-card" />
      ) : isEmpty ? (
        <EmptyState icon={<LayoutTemplate />} title={t('templates.empty.title')} actions={create}>
          {t('templates.empty.help')}
        </EmptyState>
      ) : (
        <TemplateList templates={templates} denied={denied} />
      )}
    </PageBody>
  )
}

function TemplateList({
  templates,
  denied,
}: {
  templates: readonly Template[]
  denied: string | undefined
}) {
  const [filter, setFilter] = useState<TemplateFilter>({ words: '', language: ANY, status: ANY })
  const navigate = useNavigate()
  const { ask, dialog } = useDeleteTemplate()
  const shown = filterTemplates(templates, filter)
  return (
    <>
      <Filters templates={templates} filter={filter} onChange={setFilter} />
      {shown.length === 0 ? (
        <EmptyState icon={<SearchX />} title={t('templates.noMatch')} />
      ) : (
        <Table
          label={t('templates.title')}
          columns={columns((template) => (
            <DropdownMenu
              items={[
                {
                  label: t('templates.duplicate'),
                  icon: <Copy />,
                  isDisabled: denied !== undefined,
                  ...(denied && { hint: denied }),
                  onSelect: () => void navigate(`/templates/new?from=${template.id}`),
                },
                { type: 'separator' },
                {
                  label: t('templates.delete'),
                  icon: <Trash2 />,
                  isDanger: true,
                  isDisabled: denied !== undefined,
                  onSelect: () => ask(template),
                },
              ]}
            >
              <IconButton
                size="sm"
                label={t('common.moreFor', { name: `${template.name} ${template.language}` })}
                icon={<MoreHorizontal />}
              />
            </DropdownMenu>
          ))}
          rows={shown}
          rowKey={({ id }) => id}
        />
      )}
      {dialog}
    </>
  )
}

function Filters({
  templates,
  filter,
  onChange,
}: {
  templates: readonly Template[]
  filter: TemplateFilter
  onChange: (filter: TemplateFilter) => void
}) {
  const languages = [...new Set(templates.map(({ language }) => language))].sort()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SearchInput
        className="w-full sm:w-72"
        label={t('templates.search')}
        value={filter.words}
        onValueChange={(words) => onChange({ ...filter, words })}
      />
      <Select
        className="w-auto min-w-40 flex-1 sm:flex-none"
        label={t('templates.language')}
        value={filter.language}
        onValueChange={(language) => onChange({ ...filter, language })}
        options={[
          { value: ANY, label: t('templates.allLanguages') },
          ...languages.map((value) => ({ value, label: value })),
        ]}
      />
      <Select
        className="w-auto min-w-40 flex-1 sm:flex-none"
        label={t('templates.status')}
        value={filter.status}
        onValueChange={(status) => onChange({ ...filter, status })}
        options={[
          { value: ANY, label: t('templates.allStatuses') },
          ...TEMPLATE_STATUSES.map((value) => ({
            value,
            label: t(`templates.statuses.${value}`),
          })),
        ]}
      />
    </div>
  )
}

const columns = (menuOf: (template: Template) => ReactNode): readonly Column<Template>[] => [
  {
    id: 'name',
    header: t('templates.name'),
    cell: ({ id, name, language, body }) => (
      <>
        <Link
          to={`/templates/${id}`}
          aria-label={t('templates.open', { name, language })}
          className="block max-w-80 truncate rounded font-medium hover:underline"
        >
          {name}
        </Link>
        <span
          className="line-clamp-1 max-w-96 break-all text-[0.8125rem] text-ink-muted"
          dir="auto"
        >
          {body}
        </span>
      </>
    ),
  },
  {
    id: 'language',
    header: t('templates.language'),
    cell: ({ language, status }) => (
      <>
        {language}
        <span className="mt-1 block sm:hidden">
          <StatusBadge status={status} />
        </span>
      </>
    ),
  },
  {
    id: 'category',
    header: t('templates.category'),
    className: 'text-ink-muted max-md:hidden',
    cell: ({ category }) => categoryName(category),
  },
  {
    id: 'status',
    header: t('templates.status'),
    className: 'max-sm:hidden',
    cell: ({ status }) => <StatusBadge status={status} />,
  },
  {
    id: 'changed',
    header: t('templates.changed'),
    className: 'whitespace-nowrap text-ink-muted max-md:hidden',
    cell: ({ updatedAt }) => formatAgo(Date.parse(updatedAt)),
  },
  {
    id: 'actions',
    header: t('templates.actions'),
    isHeaderHidden: true,
    align: 'end',
    cell: menuOf,
  },
]

const StatusBadge = ({ status }: Pick<Template, 'status'>) => (
  <Badge tone={STATUS_TONES[status]}>{t(`templates.statuses.${status}`)}</Badge>
)
