import type { NodeData } from '@parley/shared'
import { type Template, template as templateSchema } from '@parley/shared/api'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { requestPage } from '../../api/client.ts'
import { newId } from '../../document/newId.ts'
import { t } from '../../i18n/t.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { useNodeForm } from './NodeFormContext.ts'

const templatesQuery = queryOptions({
  queryKey: ['templates', 'usable'],
  queryFn: ({ signal }) =>
    requestPage(templateSchema, '/templates', {
      query: { status: 'APPROVED', limit: 100 },
      signal,
    }),
})

/** Fills a template node in from one of the workspace's templates. Shows nothing while there are none. */
export function TemplatePicker({
  onPick,
}: {
  onPick: (patch: Partial<NodeData<'template'>>) => void
}) {
  const { isReadOnly } = useNodeForm()
  const { data } = useQuery(templatesQuery)
  if (isReadOnly || !data || data.items.length === 0) return null
  return (
    <Field label={t('nodes.form.templatePick')} help={t('nodes.form.templatePickHelp')}>
      <Select
        value={undefined}
        placeholder={t('nodes.form.templatePick')}
        options={data.items.map(({ id, name, language, body }) => ({
          value: id,
          label: `${name} (${language})`,
          description: body.slice(0, 60),
        }))}
        onValueChange={(id) => {
          const picked = data.items.find((each) => each.id === id)
          if (picked) onPick(toNodeData(picked))
        }}
      />
    </Field>
  )
}

const toNodeData = (picked: Template): Partial<NodeData<'template'>> => ({
  name: picked.name,
  language: picked.language,
  text: picked.body,
  header: picked.header === '' ? null : { type: 'text', text: picked.header },
  footer: picked.footer,
  buttons: picked.buttons.map((button) => {
    const shared = { id: newId(), title: button.text }
    switch (button.type) {
      case 'quick_reply':
        return { ...shared, type: 'quickReply', synonyms: [] }
      case 'url':
        return { ...shared, type: 'url', url: button.url }
      case 'phone':
        return { ...shared, type: 'phone', phone: button.phone }
    }
  }),
})
