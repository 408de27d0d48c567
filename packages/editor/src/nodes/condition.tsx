import type { ConditionGroup } from '@parley/shared'
import { Split } from 'lucide-react'
import { newId } from '../document/newId.ts'
import { t } from '../i18n/t.ts'
import { GroupFields } from './form/GroupFields.tsx'
import { ListEditor } from './form/ListEditor.tsx'
import { newRule } from './form/newRule.ts'
import { Part } from './form/Section.tsx'
import { WordsField } from './form/WordsField.tsx'
import { defineLook, type FormProps } from './NodeLook.ts'

export const condition = defineLook<'condition'>({
  icon: Split,
  // The branches are ways out, and these say it all.
  Card: () => null,
  cardHeight: () => 0,
  words: ({ branches }) =>
    branches.map(({ id }, index) => ({
      path: ['branches', index, 'label'],
      isMultiline: false,
      handleId: id,
    })),
  Form,
})

const newGroup = (): ConditionGroup => ({ type: 'group', match: 'all', rules: [newRule()] })

function Form({ data, change }: FormProps<'condition'>) {
  return (
    <Part title={t('nodes.form.branches')} help={t('nodes.form.branchesHelp')}>
      <ListEditor
        label={t('nodes.form.branches')}
        items={data.branches}
        onChange={(branches) => change({ branches: [...branches] })}
        addLabel={t('nodes.form.addBranch')}
        newItem={() => ({ id: newId(), label: '', group: newGroup() })}
        min={1}
        max={50}
        keyOf={({ id }) => id}
        titleOf={({ label }, index) => label || t('nodes.handles.branch', { number: index + 1 })}
        renderItem={(branch, index, replace) => (
          <>
            <WordsField
              label={t('nodes.form.branchLabel', { number: index + 1 })}
              isLabelHidden
              isPlain
              placeholder={t('nodes.form.branchLabel', { number: index + 1 })}
              value={branch.label}
              path={['branches', index, 'label']}
              onChange={(label) => replace({ ...branch, label })}
            />
            <GroupFields
              group={branch.group}
              path={['branches', index, 'group']}
              depth={1}
              onChange={(group) => replace({ ...branch, group })}
            />
          </>
        )}
      />
    </Part>
  )
}
