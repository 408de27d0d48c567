import type {
  Audience,
  ConversationsOutcome,
  FlowSummary,
  PublishRequest,
  ScheduledPublish,
} from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  publishFlow,
  refreshPublishing,
  schedulePublish,
  unpublishFlow,
} from '../../../api/publishing.ts'
import { t } from '../../../i18n/t.ts'
import { toast } from '../../../ui/toast.ts'
import { audienceOf, dueAtOf, movesOf, type PublishChoices } from './publishChoices.ts'

/** What came of publishing. */
export interface PublishOutcome {
  readonly versionNumber: number
  readonly numberIds: readonly string[]
  readonly audience: Audience
  /** False when everybody on these numbers talked to this very version already. */
  readonly isNew: boolean
  /** Null when it is still to happen. */
  readonly conversations: ConversationsOutcome | null
  /** Null when it happened at once. */
  readonly scheduled: ScheduledPublish | null
}

/** Does what the dialog says: publishes, starts a trial, schedules, or takes the flow off numbers. */
export function usePublish({
  flow,
  chosen,
  stopping,
  note,
  choices,
  zone,
  onPublished,
  onClose,
}: {
  flow: FlowSummary
  chosen: ReadonlySet<string>
  /** Numbers where it shall not answer any more. */
  stopping: readonly string[]
  note: string
  choices: PublishChoices
  zone: string
  onPublished: (outcome: PublishOutcome) => void
  onClose: () => void
}) {
  const client = useQueryClient()
  return useMutation({
    meta: { showsError: true },
    mutationFn: async () => {
      if (stopping.length > 0) await unpublishFlow(flow.id, stopping)
      return chosen.size === 0 ? null : publish({ flow, chosen, note, choices, zone })
    },
    onSuccess: async (outcome) => {
      if (outcome) onPublished(outcome)
      else {
        toast({
          title: t('publish.unpublished'),
          description: t('publish.unpublishedHelp'),
          tone: 'success',
        })
        onClose()
      }
      await refreshPublishing(client, flow.id)
    },
  })
}

async function publish({
  flow,
  chosen,
  note,
  choices,
  zone,
}: {
  flow: FlowSummary
  chosen: ReadonlySet<string>
  note: string
  choices: PublishChoices
  zone: string
}): Promise<PublishOutcome> {
  const numberIds = [...chosen]
  const audience = audienceOf(choices)
  const trimmed = note.trim()
  const body: PublishRequest = {
    numberIds,
    ...(trimmed && { note: trimmed }),
    ...(audience.type !== 'everyone' && { audience }),
    ...(movesOf(choices) && { conversations: 'move' }),
  }
  const dueAt = choices.when === 'later' ? dueAtOf(choices, zone) : null
  if (dueAt !== null) {
    const scheduledFor = new Date(dueAt).toISOString()
    const scheduled = await schedulePublish(flow.id, { ...body, scheduledFor, timeZone: zone })
    const { versionNumber } = scheduled
    return { versionNumber, numberIds, audience, isNew: true, conversations: null, scheduled }
  }
  const { version, conversations } = await publishFlow(flow.id, body)
  const { versionNumber } = version
  const wasLive = numberIds.every((id) =>
    flow.publications.some((each) => each.numberId === id && each.versionNumber === versionNumber),
  )
  return { versionNumber, numberIds, audience, isNew: !wasLive, conversations, scheduled: null }
}
