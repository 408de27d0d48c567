import '../../i18n/withInboxTexts.ts'
import { type Content, contentSchema } from '@parley/shared'
import type { Message } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { useDenied } from '../../api/access.ts'
import { putMessage } from '../../api/applyLiveEvent.ts'
import { answerConversation } from '../../api/conversations.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'

/** Sends what could not be sent once more, as a new message of whoever asks for it. */
export function SendAgain({ message }: { message: Message }) {
  const client = useQueryClient()
  const denied = useDenied('agent')
  const again = useMutation({
    mutationFn: (content: Content) => answerConversation(message.conversationId, { content }),
    onSuccess: (sent) => putMessage(client, sent),
  })
  const content = contentSchema.safeParse(message.content)
  if (!content.success) return null
  return (
    <Button
      size="sm"
      variant="ghost"
      className="self-end"
      icon={<RotateCw />}
      isBusy={again.isPending}
      disabledReason={denied}
      onClick={() => again.mutate(content.data)}
    >
      {t('inbox.sendAgain')}
    </Button>
  )
}
