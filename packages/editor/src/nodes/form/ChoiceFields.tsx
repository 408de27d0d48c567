import { t } from '../../i18n/t.ts'
import { SwitchField } from './fields.tsx'
import { SaveAsField } from './SaveAsField.tsx'

export interface ChoiceData {
  readonly saveAs: string
  readonly otherHandle: boolean
}

/** Where the option that a contact chooses is kept, and whether other answers have a way of their own. */
export function ChoiceFields({
  data,
  change,
}: {
  data: ChoiceData
  change: (patch: Partial<ChoiceData>) => void
}) {
  return (
    <>
      <SaveAsField
        label={t('nodes.form.saveAsOptional')}
        value={data.saveAs}
        path={['saveAs']}
        onChange={(saveAs) => change({ saveAs })}
      />
      <SwitchField
        label={t('nodes.form.otherHandle')}
        description={t('nodes.form.otherHandleHelp')}
        isOn={data.otherHandle}
        onChange={(otherHandle) => change({ otherHandle })}
      />
    </>
  )
}
