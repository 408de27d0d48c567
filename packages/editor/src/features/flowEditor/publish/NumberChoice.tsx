import type { ConnectedNumber, Trial } from '@parley/shared/api'
import { formatList } from '../../../i18n/format.ts'
import { t } from '../../../i18n/t.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { ChannelIcon, channelKey } from '../../../ui/ChannelIcon.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { cn } from '../../../ui/cn.ts'
import { STATUS_TONES } from '../../numbers/status.ts'
import { audienceWords } from './publishChoices.ts'

/** A number where the flow may answer: how it is, and what answers there now. */
export function NumberChoice({
  number,
  isChosen,
  liveVersion,
  trial,
  replaces,
  otherFlows,
  isDisabled,
  onChange,
}: {
  number: ConnectedNumber
  isChosen: boolean
  /** Version of this flow that answers there now. */
  liveVersion: number | null
  /** Version of it that is on trial there. */
  trial: Trial | null
  /** True when what answers there now gives way at once; a trial, or a later time, leaves it as it is. */
  replaces: boolean
  /** Names of the other flows that answer there. */
  otherFlows: readonly string[]
  isDisabled: boolean
  onChange: (isChosen: boolean) => void
}) {
  const { name, phone, channel, status } = number
  return (
    <li
      className={cn(
        'flex items-start gap-3 rounded-card border p-3',
        isChosen ? 'border-primary bg-primary-soft/30' : 'border-line',
      )}
    >
      <Checkbox
        className="min-w-0 flex-1"
        isChecked={isChosen}
        isDisabled={isDisabled}
        onCheckedChange={onChange}
        label={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="min-w-0 truncate font-medium">{name}</span>
            <Badge tone={STATUS_TONES[status]} dot>
              {t(`numberWords.status.${status}`)}
            </Badge>
          </span>
        }
        description={
          <>
            {t(channelKey(channel))}
            {phone && channel !== 'sandbox' && (
              <>
                {' · '}
                <bdi dir="ltr">{phone}</bdi>
              </>
            )}
            <Situation
              isChosen={isChosen}
              liveVersion={liveVersion}
              replaces={replaces}
              status={status}
            />
            {trial && (
              <span className="block">
                {replaces
                  ? t('publishing.trialEnds', { version: trial.versionNumber })
                  : t('publishing.trialHere', {
                      version: trial.versionNumber,
                      audience: audienceWords(trial.audience),
                    })}
              </span>
            )}
            {otherFlows.length > 0 && (
              <span className="block">
                {t('publish.others', { flows: formatList(otherFlows) })}
              </span>
            )}
          </>
        }
      />
      <ChannelIcon channel={channel} className="size-9" />
    </li>
  )
}

function Situation({
  isChosen,
  liveVersion,
  replaces,
  status,
}: {
  isChosen: boolean
  liveVersion: number | null
  replaces: boolean
  status: ConnectedNumber['status']
}) {
  if (liveVersion !== null) {
    const isStopping = !isChosen && replaces
    return (
      <span className={cn('block', isStopping && 'font-medium text-danger')}>
        {isChosen
          ? t('publish.current', { version: liveVersion })
          : replaces
            ? t('publish.willStop')
            : t('publishing.keeps', { version: liveVersion })}
      </span>
    )
  }
  if (!isChosen || status === 'connected') return null
  return <span className="block text-warning">{t('publish.notConnectedHelp')}</span>
}
