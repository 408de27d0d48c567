import type { ConditionGroup, ConditionRule } from '@parley/shared'
import { FolderPlus, Plus, Trash2 } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select } from '../../ui/Select.tsx'
import { type FieldPath, useNodeForm } from './NodeFormContext.ts'
import { newRule } from './newRule.ts'
import { RuleFields } from './RuleFields.tsx'

/** Groups inside groups are allowed to this depth; deeper ones nobody can read. */
const MAX_DEPTH = 4

/** Rules that must all hold, or of which one must, and groups of such. */
export function GroupFields({
  group,
  path,
  depth,
  onChange,
  onRemove,
}: {
  group: ConditionGroup
  path: FieldPath
  depth: number
  onChange: (group: ConditionGroup) => void
  onRemove?: () => void
}) {
  const { isReadOnly } = useNodeForm()
  const replace = (index: number, next: ConditionRule | ConditionGroup) =>
    onChange({ ...group, rules: group.rules.map((each, at) => (at === index ? next : each)) })
  const remove = (index: number) =>
    onChange({ ...group, rules: group.rules.filter((_, at) => at !== index) })
  const add = (next: ConditionRule | ConditionGroup) =>
    onChange({ ...group, rules: [...group.rules, next] })
  return (
    <div className="flex flex-col gap-2 border-s-2 border-line ps-2.5">
      <div className="flex items-center gap-1.5">
        <Select
          label={t('nodes.form.match')}
          size="sm"
          value={group.match}
          isDisabled={isReadOnly}
          options={[
            { value: 'all', label: t('nodes.form.matchAll') },
            { value: 'any', label: t('nodes.form.matchAny') },
          ]}
          onValueChange={(match) => onChange({ ...group, match })}
        />
        {onRemove && !isReadOnly && (
          <IconButton
            size="sm"
            variant="dangerGhost"
            label={t('nodes.form.removeGroup')}
            icon={<Trash2 />}
            onClick={onRemove}
          />
        )}
      </div>
      {group.rules.map((each, index) => {
        const eachPath = [...path, 'rules', index]
        return each.type === 'rule' ? (
          // Rules have no ids, and an index is what tells them apart.
          <RuleFields
            key={index}
            rule={each}
            path={eachPath}
            onChange={(next) => replace(index, next)}
            onRemove={() => remove(index)}
          />
        ) : (
          <GroupFields
            key={index}
            group={each}
            path={eachPath}
            depth={depth + 1}
            onChange={(next) => replace(index, next)}
            onRemove={() => remove(index)}
          />
        )
      })}
      {!isReadOnly && (
        <div className="flex flex-wrap gap-1">
          <Button size="sm" variant="ghost" icon={<Plus />} onClick={() => add(newRule())}>
            {t('nodes.form.addRule')}
          </Button>
          {depth < MAX_DEPTH && (
            <Button
              size="sm"
              variant="ghost"
              icon={<FolderPlus />}
              onClick={() => add({ type: 'group', match: 'any', rules: [newRule()] })}
            >
              {t('nodes.form.addGroup')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
