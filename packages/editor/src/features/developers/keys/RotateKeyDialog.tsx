import '../../../i18n/withKeyTexts.ts'
import type { ApiKey } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keysQuery, rotateKey } from '../../../api/keys.ts'
import { formatDateTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { SecretOnce } from '../SecretOnce.tsx'
import { keyName } from './keyName.ts'

const HOUR_S = 3_600
const DAY_S = 86_400
const OVERLAPS_S = {
  none: 0,
  hour: HOUR_S,
  day: DAY_S,
  week: 7 * DAY_S,
  month: 30 * DAY_S,
} as const
type Overlap = keyof typeof OVERLAPS_S

/** Makes a new key in the place of an old one, and shows it, once. */
export function RotateKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const [overlap, setOverlap] = useState<Overlap>('day')
  const client = useQueryClient()
  const rotate = useMutation({
    mutationFn: async () => {
      const seconds = OVERLAPS_S[overlap]
      const { key } = await rotateKey(apiKey.id, seconds)
      return { key, oldEndsAt: seconds === 0 ? null : Date.now() + seconds * 1_000 }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
  })
  if (rotate.data) {
    const { key, oldEndsAt } = rotate.data
    return (
      <Dialog
        isOpen
        onOpenChange={onClose}
        title={t('keys.doneTitle')}
        footer={
          <Button variant="primary" onClick={onClose}>
            {t('common.done')}
          </Button>
        }
      >
        <SecretOnce
          value={key}
          label={t('keys.key')}
          warning={
            oldEndsAt === null
              ? t('keys.rotatedAtOnce')
              : t('keys.rotatedOnce', { when: formatDateTime(oldEndsAt) })
          }
        />
      </Dialog>
    )
  }
  // The keys of a const object are its type's keys.
  const overlaps = Object.keys(OVERLAPS_S) as readonly Overlap[]
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="sm"
      title={t('keys.rotateTitle', { name: keyName(apiKey) })}
      description={t('keys.rotateHelp')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" isBusy={rotate.isPending} onClick={() => rotate.mutate()}>
            {t('keys.rotateSubmit')}
          </Button>
        </>
      }
    >
      <Field label={t('keys.overlap')}>
        <Select
          value={overlap}
          onValueChange={setOverlap}
          options={overlaps.map((value) => ({ value, label: overlapWords(OVERLAPS_S[value]) }))}
        />
      </Field>
    </Dialog>
  )
}

function overlapWords(seconds: number): string {
  if (seconds === 0) return t('keys.overlapNone')
  return seconds < DAY_S
    ? t('keys.overlapHours', { count: seconds / HOUR_S })
    : t('keys.overlapDays', { count: seconds / DAY_S })
}
