import type { ConnectedNumber } from '@parley/shared/api'
import { t } from '../../i18n/t.ts'
import { Select } from '../../ui/Select.tsx'

const ALL_NUMBERS = 'all'

/** Whose conversations are shown; undefined: all. A download of its own: with one number nobody needs it. */
export const NumberFilter = ({
  numbers,
  numberId,
  onChoose,
}: {
  numbers: readonly Pick<ConnectedNumber, 'id' | 'name'>[]
  numberId: string | undefined
  onChoose: (numberId: string | undefined) => void
}) => (
  <Select
    size="sm"
    label={t('inbox.filter.number')}
    value={numberId ?? ALL_NUMBERS}
    onValueChange={(value) => onChoose(value === ALL_NUMBERS ? undefined : value)}
    options={[
      { value: ALL_NUMBERS, label: t('inbox.filter.allNumbers') },
      ...numbers.map(({ id, name }) => ({ value: id, label: name })),
    ]}
  />
)
