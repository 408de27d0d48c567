import type { ConnectedNumber, FlowSummary, SandboxSettings } from '@parley/shared/api'
import { Ellipsis, MessageSquareText } from 'lucide-react'
import { Link } from 'react-router'
import { isRightToLeft, t } from '../../i18n/t.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChannelIcon, channelKey } from '../../ui/ChannelIcon.tsx'
import { DropdownMenu } from '../../ui/DropdownMenu.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { MenuItem } from '../../ui/menuItems.tsx'
import { mainAction, STATUS_TONES, statusWords } from './status.ts'

/** One number: how it is, in plain words, what to do about it, and who answers on it. */
export function NumberCard({
  number,
  flows,
  menu,
  isBusy,
  deniedReason,
  onMainAction,
  onWrite,
}: {
  number: ConnectedNumber
  /** Flows that answer here. */
  flows: readonly FlowSummary[]
  menu: readonly MenuItem[]
  isBusy: boolean
  deniedReason: string | undefined
  onMainAction: () => void
  /** Writes to a sandbox number as its customer. */
  onWrite: () => void
}) {
  const action = mainAction(number)
  const isReadyToTry = number.sandbox !== undefined && number.status === 'connected'
  return (
    <Card id={number.id} className="flex scroll-mt-20 flex-col gap-4 p-5 target:border-primary">
      <div className="flex items-start gap-3.5">
        <ChannelIcon channel={number.channel} />
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-semibold" dir="auto">
            {number.name}
          </h2>
          <p className="truncate text-[0.8125rem] text-ink-muted">
            {number.sandbox ? (
              sandboxWords(number.sandbox)
            ) : (
              <>
                {t(channelKey(number.channel))}
                {' · '}
                {number.phone ? <bdi dir="ltr">{number.phone}</bdi> : t('numbers.noPhone')}
              </>
            )}
          </p>
        </div>
        <DropdownMenu items={menu}>
          <IconButton
            size="sm"
            className="-me-2 -mt-1"
            label={t('common.moreFor', { name: number.name })}
            icon={<Ellipsis />}
          />
        </DropdownMenu>
      </div>
      <div className="rounded-control bg-sunken px-3.5 py-3" aria-live="polite">
        <Badge tone={STATUS_TONES[number.status]} dot className="-ms-0.5">
          {t(`numberWords.status.${number.status}`)}
        </Badge>
        <p className="mt-1.5 text-[0.8125rem] leading-relaxed text-ink-muted" dir="auto">
          {statusWords(number)}
        </p>
      </div>
      <div className="mt-auto flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 text-[0.8125rem] text-ink-muted">
          {flows.length > 0 ? (
            <>
              {t('numbers.answeredBy')}{' '}
              {flows.map((flow, index) => (
                <span key={flow.id}>
                  {index > 0 && (isRightToLeft() ? '، ' : ', ')}
                  <Link
                    to={`/flows/${flow.id}`}
                    className="font-medium text-primary hover:underline"
                  >
                    {flow.name}
                  </Link>
                </span>
              ))}
            </>
          ) : (
            <>
              {t('numbers.answeredByNobody')}{' '}
              <Link to="/flows" className="font-medium text-primary hover:underline">
                {t('numbers.publishOne')}
              </Link>
            </>
          )}
        </p>
        {isReadyToTry ? (
          <Button
            size="sm"
            variant="primary"
            icon={<MessageSquareText />}
            disabledReason={deniedReason}
            onClick={onWrite}
          >
            {t('numbers.sandbox.write')}
          </Button>
        ) : (
          <Button
            size="sm"
            variant={action === 'disconnect' ? 'secondary' : 'primary'}
            isBusy={isBusy}
            disabledReason={deniedReason}
            onClick={onMainAction}
          >
            {t(`numbers.${action}`)}
          </Button>
        )}
      </div>
    </Card>
  )
}

const sandboxWords = ({ imitates }: SandboxSettings): string =>
  imitates === 'sandbox'
    ? t('numbers.channel.sandbox')
    : t('numbers.sandbox.like', { channel: t(channelKey(imitates)) })
